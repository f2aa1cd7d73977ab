@echo off
rem ASCII only, so that it reads the same in every code page; the program says the Chinese.
if exist "%~dp0program\plan.exe" goto start
rem Opened inside of the zip: please unpack all of it first.
powershell -NoProfile -Command "[regex]::Unescape('\u8bf7\u5148\u628a\u538b\u7f29\u5305\u5168\u90e8\u89e3\u538b\u51fa\u6765\uff0c\u518d\u5728\u89e3\u538b\u51fa\u7684\u6587\u4ef6\u5939\u91cc\u6253\u5f00\u8fd9\u4e2a\u6587\u4ef6\u3002')"
pause
exit /b 1
:start
rem With words behind it, or typed in the window that it has opened: the program itself.
if not "%~1"=="" goto run
if defined PLAN_WINDOW goto run
set PLAN_WINDOW=1
set "PATH=%~dp0program;%PATH%"
title plan
rem Not cd: the folder may stand on a share without a letter.
pushd "%~dp0"
"%~dp0program\plan.exe" --begin
cmd /k
exit /b
:run
"%~dp0program\plan.exe" %*
