"""Every word by which a note, the heading of a column or a title is known, once.

Words stand in groups; who needs fewer of them takes fewer groups. Where a word is kept out of
a group it seems to belong to, the group says why.
"""


def either(*groups: str, spaced: bool = False) -> str:
    """Return a pattern for one of the words in ``groups``.

    ``spaced``: with stray spaces inside them, as narrow columns break words (责任单 位).
    """
    longest = sorted(" ".join(groups).split(), key=len, reverse=True)
    return "(?:" + "|".join((r"\s?" if spaced else "").join(word) for word in longest) + ")"


# Duties: what units do about a task.

LEADS = "牵头 主办 主责 抓总 主抓"
HELPS = "配合 协办 协助 协作 协同 参与 参加 支持"
ACTS = "负责 负总责 承办 承担 落实 实施 推进 统筹 协调 分工 包联 包抓 督导 督办 督促 起草 调研"
"""Words that end in one of the above say who does something: they may be a note."""
_DOES = "推动 执行 履行 组织 完成 办理 监督 指导 具体 共同"
DEEDS = "组建 组织 成立 建立 指导 培训 抽调 管理 调度 慰问 检查 督促 落实 实施"
"""What is done, behind a verb: what follows may end as a name does (负责组建抢险队)."""
DUTIES = f"{LEADS} {HELPS} {ACTS} {_DOES}"
"""Stand behind names and in labels. The last of them end sentences of any kind as well."""
DUTIES_IN_LABELS = "责任 联系 分管 主管 监管 主要 第一 主体 成员 整改"
"""Only in labels: behind a name they may belong to it (有限责任, 市场监管)."""
HELPS_IN_LABELS = "会办"
"""Only in labels: 委员会办公室 is a name."""
SHARES_OF_PLACES = "属地 主体 行业 监管 管理 领导 直接"
"""What 责任 or 职责 behind a verb may be: 各乡镇（街道）落实属地管理责任."""
MANNERS = "加强 做好 抓好 参照执行 分别 联合 各自 统一 根据 按照 按 会同 总 双"
"""Only behind names, with a verb or in the place of one."""
PLAIN_DUTIES = "牵头 主办 主责 配合 协办 负责 承办"
"""Plain enough to be a label alone (牵头：), or to part two names with no mark between."""
BULLETS = "★☆※●■◆▲△○*"
"""Stand before notes, and behind names that lead."""
ITEM_BULLETS = "●■◆▲○◇□▪•◎"
"""Stand before items that have no number; the others above are before notes alone."""
PARTS_OF_NAMES = "实验室"
"""Bare, in front of 与 or 和: the beginning of a name (实验室与设备管理处)."""
NO_VERB_BEFORE = "政科残文侨作记"
"""What makes 协办 the end of a name with 办: 科协办公室, 政协办."""

# Who has a duty, and what else a label speaks of.

HOLDERS = "单位 部门 机构 处室 科室 部室 股室 主体"
MISREAD_HOLDERS = "部内"
"""What the recognition of scans makes of 部门 now and then."""
PLACES_AS_HOLDERS = "市县 区县 县区 地区 组织 企业 局 方 分工"
"""Too short or too common to be told from other words but in front of a colon."""
LOCAL_HOLDERS = "社区 街道 乡镇 镇街 企业"
"""Only in headings of columns (责任社区): in a sentence they are places."""
PERSONS = "领导 人员 人 同志"
LEADERS = "省领导 市领导 县领导 区领导 州领导"
TIMES = "时限 时间 期限 时点 进度 节点 日期"
TERMS = "时限要求 时间要求 时间节点 时间安排 进度安排 进度要求"
SHARES = "责任分工 工作分工 任务分工 职责分工 部门分工 分工"
LEVEL = r"[省市县区州]\s?[级直]"
"""The pattern of a level of offices: 市级, 省直."""

# Columns: how their headings end.

OTHER_HOLDERS = "建设单位 建设主体 实施主体 申报单位 申报主体 项目单位 项目业主 业主单位 施工单位"
"""Who builds or applies: whether they answer for the task is for a person to say."""
GROUPS = "领域 类别 分类 类型 板块 方面 方向 部分 章节 维度 模块 行动 工程 一级指标 二级指标"
"""What several rows have in common."""
ITEMS = "任务 事项 项目 工作 名称 案由 标题 题目"
"""What a row is about, by name."""
CONTENTS = "内容 举措 措施 目标 要求 指标 成果 诉求 标准 任务要求 工作目标 工作内容 工作措施"
"""What is to be done, in sentences."""
CONTACTS = "联系人 联络员 联系电话 联系方式 电话"
"""Whom to call: a person, never who answers for a task."""
REMARKS = "备注 说明"
SIGNERS = "填表 填报 制表 审核 审批 报送"
"""Who has a hand in the table itself, in labels beneath it: 填表人："""
HEADINGS = "序号 编号 领导 人员 责任人 地址 园区 区县"
"""What else heads a column."""

# Quantifiers: what makes a phrase a collective.

EVERY = "各 所有 全体"
SOME = "有关 相关 其他 其它"

# Places: how they end.

PLACES = {
    **dict.fromkeys(("省", "自治区", "直辖市"), 0),
    **dict.fromkeys(("地", "州", "盟", "市"), 1),
    **dict.fromkeys(("区", "县", "旗"), 2),
    **dict.fromkeys(("镇", "乡", "街道"), 3),
}
"""How the names of places end, with how far down they stand."""
ZONES = "园区 开发区 功能区 高新区 新区"
REGIONS = f"{' '.join(PLACES)} {ZONES} 乡镇 镇街 社区 自治州 自治县 地方 地区"

# Organs: how names of units end.

OFFICES = "部 委 局 厅 办 署 办公室 委员会"
SURE_ORGANS = f"{OFFICES} 妇联 科协 法院 检察院 政府 管委会"
"""Sure enough that a bracket in mid-sentence with nothing but these is a note."""
_LIKELY_ENTERPRISES = "公司 集团 银行 分行 支行"
_LIKELY_INSTITUTIONS = "大学 学院 党校 医院 影院 剧院 馆 中心"
LIKELY_ORGANS = (
    f"{SURE_ORGANS} {_LIKELY_ENTERPRISES} {_LIKELY_INSTITUTIONS} 处 室 海关 工会 残联 学会 协会"
    " 文联 侨联 台联 社科联 工商联 贸促会 红十字会 军分区 警备区 团市委 团省委 团总支 党总支"
    " 党支部 总队 支队 专班 指挥部"
)
"""Likely enough that a bracket at the end of a sentence with nothing but these is a note."""
ENTERPRISES = f"{_LIKELY_ENTERPRISES} 电信 移动 联通 铁塔 邮政 邮储 烟草 电网 供电 供电局"
INSTITUTIONS = (
    f"{_LIKELY_INSTITUTIONS} 学校 研究院 研究所 报社 出版社 电视台 广播台 广播电视台 总台 基地"
)
ORGANS = (
    f"{LIKELY_ORGANS} {ENTERPRISES} {INSTITUTIONS} 商会 党委 党组 工委"
    " 纪委 监委 领导小组 街道 交易所 机关 军区 气象台 地震台 政协 人大 消防 武警 人防 税务"
    f" 气象 信访 保密 档案 示范区 度假区 {ZONES}"
    " 院 会 社 行 司 科 队 所 站 校 组 团"
)
"""What may end a name where a label or a verb says that names stand there."""
ASSOCIATIONS = "[作记美音书体农技]协"
"""The pattern of associations cut to two characters, which ORGANS needs besides."""

SHORT_NAMES = "工会 团委 妇联 科协 残联 侨联 文联 人大 政协 法院"
"""Names whole with two characters: others of that length may be cut (市委 宣传部)."""

# Classes: the nouns collectives end in, and what stands before them.

CLASSES = (
    "部门 单位 机构 组织 团体 企业 高校 院校 学校 医院 科研院所 院所 研究院 研究所 中小学 中学"
    " 小学 卫生院 卫生室 卫生服务中心 学会 协会 研究会 商会 科协 农技协 党派 街道办 街道办事处"
    " 街办 政府 人民政府 管委会 部室 处室 科室 股室 党组织 支部 总支 党支部 党总支 党委"
    " 媒体 事务所 银行 机关 集团 公司 委办局 委局 基地 中心 党工委 工委"
)
BODIES = "高校 院校 学校 医院 企业 国企 央企 单位 机构 院所 科研院所 部队"
"""What belongs to a place or lies in it, and is a class without 各: 在杭高校, 市属企业."""
CLASS_MODIFIERS = (
    "高校 高等 企业 医疗 卫生 健康 科研 科技 教育 金融 保险 证券 基层 直属 中央 国有 民营 社会"
    " 人民 民主 新闻 群团 群众 行业 专业 乡镇 镇 乡 街道 成员 下属 所属 派驻 派出 新型 研发 园区"
    " 事业 企事业 文化 体育 平台 机构 自治 设区 省辖 县 市 区 州 旗 地方 地 职能 业务 牵头 责任"
    " 配合 主管 监管 行政 管理 执法 中介 服务 培训 评价 检测 检验 认证 高新 经济 技术 开发 功能"
    " 直管 社区 村"
)

# Kinds of documents: how titles end.

DOCUMENTS = "方案 措施 意见 办法 计划 规划 要点 清单 通知 细则 纲要 指引 指南 条例 规定"
"""Hardly anything but a document is called so: they end a title in mid-line as well."""
LISTS = (
    "重点工作 任务 安排 分工 分工表 分解表 任务分解 任务表 一览表 任务书 责任书 台账 计划表 安排表"
    " 责任表 推进表 明细表 汇总表"
)
"""With the above, what a list of tasks is called for short."""
OTHER_TITLES = "报告 决定 通报 函 实事 举措 政策 行动 条"
"""With both, how the line of a title ends."""
