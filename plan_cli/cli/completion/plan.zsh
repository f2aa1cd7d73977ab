#compdef plan
# plan 的命令补全，zsh。由 plan completion --show zsh 生成，可以整个替换。
_plan() {
    local -a found values shown
    local typed=${(Q)PREFIX} line
    found=("${(@f)$(
        _PLAN_COMPLETE=zsh ${~words[1]} "${(@Q)words[2,CURRENT-1]}" "$typed" 2>/dev/null
    )}")
    [[ $PREFIX == --*=* ]] && compset -P 1 '*='
    if [[ $found[1] == $'\tfiles' ]]; then
        _files
        return
    fi
    typed=${(Q)PREFIX}
    local -a elsewhere
    for line in $found; do
        values+=("${line%%$'\t'*}")
        shown+=("${line#*$'\t'}")
        # 按拼音等找到的名称不以已输入的文字开头：直接换上，几个时轮流换
        [[ $values[-1] == "$typed"* ]] || elsewhere=(-U -i "$IPREFIX")
    done
    (( $#values )) || return 1
    (( $#elsewhere && $#values > 1 )) && compstate[insert]=menu
    compadd "${(@)elsewhere}" -l -V plan -d shown -a values
}
if [[ $funcstack[1] == _plan ]]; then
    _plan "$@"
else
    compdef _plan plan
fi
