# plan 的命令补全，PowerShell 5 以上。由 plan completion --show powershell 生成，可以整个替换。
Register-ArgumentCompleter -Native -CommandName plan, plan.exe, plan.cmd -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @()
    foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
        if ($element.Extent.EndOffset -ge $cursorPosition) { break }
        if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
            $words += $element.Value
        } else {
            $words += $element.Extent.Text
        }
    }
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $env:_PLAN_COMPLETE = 'powershell'
        # 空的参数会被旧版丢掉，所以正在输入的词前面加 =
        & $commandAst.GetCommandName() @words "=$wordToComplete" 2>$null | ForEach-Object {
            $text, $shown, $meaning = $_ -split "`t"
            [System.Management.Automation.CompletionResult]::new(
                $text, $shown, 'ParameterValue', $meaning)
        }
    } finally {
        $env:_PLAN_COMPLETE = $null
        [Console]::OutputEncoding = $encoding
    }
}
