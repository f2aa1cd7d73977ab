# plan 的命令补全，bash 4 以上。由 plan completion --show bash 生成，可以整个替换。
_plan_complete() {
    local line
    local -a found
    mapfile -t found < <(
        _PLAN_COMPLETE=bash "${1/#\~/$HOME}" "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null
    )
    COMPREPLY=()
    if [[ ${found[0]} == $'\tfiles' ]]; then
        compopt -o default
        return
    fi
    for line in "${found[@]}"; do
        # 只列出、不写入命令行时（COMP_TYPE 是 ? 的编码），连说明一起显示
        if ((COMP_TYPE == 63)); then
            COMPREPLY+=("${line#*$'\t'}")
        else
            COMPREPLY+=("${line%%$'\t'*}")
        fi
    done
}
complete -o nosort -F _plan_complete plan 2>/dev/null || complete -F _plan_complete plan
