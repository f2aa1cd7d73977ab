# plan 的命令补全，fish 3 以上。由 plan completion --show fish 生成，可以整个替换。
function __plan_complete
    set -l words (commandline -opc)
    set -l token (commandline -ct)
    set -l program (string replace -r -- '^~' $HOME $words[1])
    set -l found (env _PLAN_COMPLETE=fish $program $words[2..-1] "$token" 2>/dev/null)
    if test "$found[1]" = \tfiles
        set -l flag (string match -r -- '^--[^=]*=' $token)
        for file in (__fish_complete_path (string replace -r -- '^--[^=]*=' '' "$token"))
            echo "$flag$file"
        end
        return
    end
    string join -- \n $found
end
complete -c plan -f -k -a '(__plan_complete)'
