"""Simplified Chinese, as finance offices of the mainland write it."""

import re
from typing import Final

from perfreport.frozenmap import FrozenMap
from perfreport.messages.languages import Language
from perfreport.numerals import Zero, spell

__all__ = ["ZH"]

_ARTICLES = re.compile(r"(?P<law>\S+) art\. (?P<numbers>[0-9]{1,4}(?:, [0-9]{1,4})*)")
_CHAPTER = "[一二三四五六七八九十]+(?:至[一二三四五六七八九十]+)?"
_OUTLINE = re.compile(rf"(?P<name>[^ ,]+)提纲,? (?:(?P<chapter>{_CHAPTER})(?P<part>（.+）)?|(?P<page>.+))")
# A form or a table is no law: what it shows is how things are done.
_PAGE = re.compile("(?P<name>[^ ,]+表)(?:, (?P<part>.+))?")

_ZEROS = FrozenMap({Zero.ALWAYS: "零", Zero.USUAL: "零", Zero.OPTIONAL: ""})


def _cite(cited: str) -> str:
    """Return a source as jurists cite it: 《预算法》第十三条; what is no law is referred to (参照)."""
    if found := _ARTICLES.fullmatch(cited):
        articles = (f"第{_numeral(int(number))}条" for number in found["numbers"].split(", "))
        return f"《{found['law']}》{'、'.join(articles)}"
    if found := _OUTLINE.fullmatch(cited):
        chapter = found["page"] or f"第{found['chapter']}部分{found['part'] or ''}"
        return f"参照《{found['name']}》提纲{chapter}"
    if found := _PAGE.fullmatch(cited):
        return f"参照“{found['name']}”" + ("" if found["part"] is None else f"（{found['part']}）")
    # What the page itself says over its figures.
    return "参照本表表头" if cited.startswith("表头") else cited


def _numeral(number: int) -> str:
    words = "".join(part if isinstance(part, str) else _ZEROS[part] for part in spell(number))
    # 十三, and not 一十三.
    return words.removeprefix("一") if words.startswith("一十") else words


_QUOTED: Final = re.compile("""(?P<mark>['"])(?P<text>.*)(?P=mark)(?P<cut>… \\((?P<length>[0-9,]+) characters\\))?""")
_BITS: Final = re.compile("an integer of (?P<bits>[0-9,]+) bits")
_OF_TYPE: Final = re.compile("a value of type (?P<kind>.+)")
#: What stands for values that a file writes in another way than Python shows.
_WORDS: Final = {"None": "空值", "True": "true", "False": "false"}
_TYPES: Final = {"list": "列表", "dict": "键值结构", "tuple": "元组"}


def _given(shown: str) -> str:
    """Return in Chinese what `perfreport.errors.shown` shows."""
    if found := _QUOTED.fullmatch(shown):
        return f"“{found['text']}”" + (f"等（共{found['length']}个字符）" if found["cut"] else "")
    if found := _BITS.fullmatch(shown):
        return f"{found['bits']}位的二进制整数"
    if found := _OF_TYPE.fullmatch(shown):
        kind = found["kind"]
        return _TYPES.get(kind, f"{kind}类型的值")
    return _WORDS.get(shown, shown)


#: Why something was refused, by the English sentence.
_REASONS: Final[FrozenMap[str, str]] = FrozenMap({
    # What fields accept.
    "missing": "缺少必填内容",
    "none": "未提供",
    "{words}": "{words}",
    "expected {what}": "应为{what}",
    "expected a report or a form, not {given}": "应为报告或表格，而不是{given}",
    "expected one of {values}, not {given} (traditional characters are not written here)":
        "应为{values}之一，而不是{given}（本库不输出繁体字）",
    "nothing in it stands at {places}": "其中没有{places}",
    "what is computed of amounts is below 10^{digits} 元": "金额的计算结果应小于10的{digits}次方元",
    "expected {what}, not {given}": "应为{what}，而不是{given}",
    "expected text: {what}": "应为文本：{what}",
    "expected text, not {given}": "应为文本，而不是{given}",
    "expected text, not {kind}": "应为文本，而不是{kind}类型的值",
    "expected text, not null; leave the key out, or put the word in quotes":
        "应为文本，而不是空值；无此内容时请删去该键，确需写入该词时请加引号",
    "expected text that is not blank (leave the field out when nothing is said), not {given}":
        "应为非空文本，而不是{given}（无此内容时请省略该项）",
    "expected at most {most:,} characters, not {given}": "应不超过{most:,}个字符，而不是{given}",
    "expected text without control characters or lone surrogates, not {given}":
        "应为不含控制字符和残缺字符的文本，而不是{given}",
    "expected a value of type {types}, not {given}": "应为{types}类型的值，而不是{given}",
    "expected one of {values}, not {given}": "应为以下之一：{values}；而不是{given}",
    "expected a whole number from {low} to {high}, not {given}": "应为{low}至{high}的整数，而不是{given}",
    "expected a whole number, not {given}": "应为整数，而不是{given}",
    "expected a number that is not negative, not {given}": "应为不小于零的数，而不是{given}",
    'expected a number as text, such as "9.50", not {given}': "数值应以文本填写，如“9.50”，而不是{given}",
    "expected a tuple, not {given}": "应为元组（tuple），而不是{given}",
    "expected a list, not {given}": "应为列表，而不是{given}",
    "expected a mapping, not {given}": "应为键值结构，而不是{given}",
    "expected true or false, not {given}": "应为true或false，而不是{given}",
    "expected a date such as 2023-03-15, not {given}": "应为日期，如2023-03-15，而不是{given}",
    "expected no year before {low}, not {given}": "年度不应早于{low}年，而不是{given}",
    "expected nothing before {field} {before}, not {given}": "不应早于{field}（{before}），而不是{given}",
    "expected a FrozenMap of plain values (see perfreport.frozenmap.freeze), not {given}":
        "应为由普通值组成的FrozenMap（参见perfreport.frozenmap.freeze），而不是{given}",
    "expected keys that are not names of fields, not {given}": "附加键不应与字段同名，而不是{given}",
    "expected keys that a document does not write itself, not {given}": "附加键不应占用文件自身的表头键，而不是{given}",
    "a level has a kind or a name": "指标层级应有类别或名称",
    "an account without figures that says 「无」 is NIL; this is for one that has figures all the same":
        "没有数字而写有「无」的预算应记为NIL；此项仅用于写有「无」但仍有数字的情形",
    "nothing stands at {given}": "{given}处没有内容",
    # Numbers, money, quantities, dates.
    "{given} is not a number: {why}": "{given}不是数字：{why}",
    "{given} is not an amount of money: {why}": "{given}不是金额：{why}",
    "{given} is not an amount of money: {expected}": "{given}不是金额：{expected}",
    "{given} is not a quantity: {why}": "{given}不是数量：{why}",
    'give it as text such as "38.26万元", or as {{"amount": "38.26", "unit": "万元"}}':
        '请写作文本，如“38.26万元”，或写作{{"amount": "38.26", "unit": "万元"}}',
    'expected the figure as text, such as "38.26", not {given}': "数额应以文本填写，如“38.26”，而不是{given}",
    "it is not exact; give the figure as text, such as '38.26'": "浮点数不精确，请以文本填写，如“38.26”",
    "expected text, an int or a Decimal, not {kind}": "应为文本、整数或Decimal，而不是{kind}类型的值",
    "expected digits such as 1234.50 or 1,234.50": "应为数字，如1234.50或1,234.50",
    "expected digits or Chinese numerals": "应为阿拉伯数字或中文数字",
    "expected Chinese numerals such as 三十八": "应为中文数字，如三十八",
    "Chinese numerals are complete and in order, such as 三万五千 or 三千零五":
        "中文数字应完整并按位次书写，如三万五千、三千零五",
    "it is not finite": "应为有限的数",
    "it is longer than {most} characters": "超过{most}个字符",
    "it has more than {most} digits": "超过{most}位数字",
    "it has more than {most} digits before the point": "整数部分超过{most}位",
    "it has more than {most} decimals": "小数超过{most}位",
    "it has more than one sign": "正负号多于一个",
    "{rest} is not part of a number": "{rest}不是数字的组成部分",
    "a decimal point stands without its decimals": "小数点后没有数字",
    "the parts of a number with several scale words descend, such as 3亿5000万":
        "含有多个数位词的数字应由大到小书写，如3亿5000万",
    "expected a Unit, such as Unit.WAN": "应为金额单位（Unit），如Unit.WAN",
    "an amount is below 10^{digits} 元": "金额应小于10的{digits}次方元",
    "an amount has at most {decimals} decimals of a 元": "金额以元计最多有{decimals}位小数",
    "{rest} is not a unit of money": "{rest}不是金额单位",
    "it has no unit such as 元 or 万元": "没有元、万元等单位",
    "the product has more digits than an amount may have": "乘积的位数超过金额允许的位数",
    "it is not a multiple of {step}, so it cannot be shared out": "不是{step}的整数倍，无法分摊",
    "expected weights of 0 or more, with one above 0": "权重应不小于0，且至少有一个大于0",
    "{amount} 元 is not a whole number of 分, so it has no form in words": "{amount}元不足整分，没有大写形式",
    "amounts of 10^16 元 and more have no form in words": "10的16次方元及以上的金额没有大写形式",
    "expected words such as 人民币肆拾万肆仟肆佰元整": "应为大写金额，如人民币肆拾万肆仟肆佰元整",
    "the rules spell this amount {spelled}": "按照规定，此金额应写作{spelled}",
    "expected a unit of at most 20 characters, such as 人次 or %": "应为不超过20个字符的计量单位，如人次、%",
    "a date says at least a year, a month or a day": "日期至少应写明年、月、日之一",
    "month {month} has no day {day}": "{month}月没有{day}日",
    "no unit": "无单位",
    "{upper} cannot be divided by {lower}": "{upper}不能除以{lower}",
    "expected two amounts of money, or two quantities of one unit": "应为两个金额，或者单位相同的两个数量",
    "expected where a text of {length} characters stands": "应为长度为{length}个字符的文本所在的位置",
    # Scores.
    "expected {low} to {high:,}, not {given}": "应在{low}至{high:,}之间，而不是{given}",
    "expected a Rate of two amounts of money": "应为两个金额之比（Rate）",
    "a Decimal from {low} to {high}": "{low}至{high}的Decimal",
    "a Decimal above {low} and to {high}": "大于{low}且不大于{high}的Decimal",
    "a Decimal from {low} to below {high}": "不小于{low}且小于{high}的Decimal",
    "a Decimal above {low} and below {high}": "大于{low}且小于{high}的Decimal",
    "expected a finite Decimal, not {given}": "应为有限的Decimal，而不是{given}",
    "pairs of Decimals, a rate and a share of the weight, both descending":
        "成对的Decimal（执行率和得分比例），均由高到低",
    "pairs of a Decimal and a Grade, descending from full marks at most to 0":
        "成对的Decimal和Grade，从不高于满分由高到低至0",
    "over-achievement cannot both add points and take them off": "超额完成不能既加分又扣分",
    "the middle band cannot begin above the upper one": "中间档的起点不能高于上一档",
    "it cannot lie below `least`": "不能小于`least`",
    "a decided result is its own bounds": "结果已定时，上下限应与其相等",
    "no points would be left": "此时已无分值",
    "expected a Score or a Decimal, not {given}": "应为Score或Decimal，而不是{given}",
    "a grade has one band": "每个等级只能有一个分数段",
    "expected full marks above 0, not {given}": "满分应大于0，而不是{given}",
    "expected a Decimal, a Fraction or a Total, not {given}": "应为Decimal、Fraction或Total，而不是{given}",
    # Codes.
    "{given} is not a valid code: {why}": "{given}不是有效代码：{why}",
    "it is longer than {most} characters; expected {what}": "超过{most}个字符；应为{what}",
    "3, 6, 9, … or 21 digits: 3 of the department and 3 of each unit below":
        "3、6、9……21位数字：部门3位，每级下属单位各3位",
    "1 to 21 digits and letters": "1至21位数字和字母",
    "17 digits": "17位数字",
    "18 characters: two of 0-9 and A-Y without I, O, S, V, Z, six digits, ten more of the former":
        "18位：先2位为数字或大写字母（不含I、O、S、V、Z），再6位数字，后10位为数字或上述字母",
    "its check character does not go with the others (GB 32100-2015)": "校验码与其余各位不符（GB 32100-2015）",
    "1 to 20 Chinese characters": "1至20个汉字",
    "a number such as 10 or 2-1": "序号，如10、2-1",
    "issuer, year in brackets, number and 号, such as 财预〔2020〕10号":
        "发文机关代字、加括号的年份、序号和“号”，如财预〔2020〕10号",
    "{year} is no year from {low} to {high}": "{year}不是{low}至{high}之间的年份",
    "6 digits (GB/T 2260)": "6位数字（GB/T 2260）",
    "9 digits: the 6 of the region and 3 more": "9位数字：行政区划6位，另加3位",
    "{code} has no name in any language": "{code}没有任何语言的名称",
    "{code} stands twice in one year": "{code}在同一年度出现两次",
    "{code} is in force in a year in which {parent} is not": "{code}有效的年度中，{parent}并非都有效",
    # Sums and units.
    "expected a positive number of digits, not {given}": "位数应为正整数，而不是{given}",
    "{given} leads to no figure of the report": "{given}处没有报告中的数字",
    "expected reports on one year, not {given}": "应为同一年度的报告，而不是{given}",
    # Rules.
    "{count} finding(s)": "共{count}处问题",
    "{code} {severity} at {place}": "{code} {severity}，位于{place}",
    "{count} unknown rule(s)": "{count}个规则名称无法识别",
    "{given}: {why}": "{given}：{why}",
    "rule {code} failed: {kind}: {words}": "规则{code}运行出错：{kind}：{words}",
    "did you mean {near}?": "是否指{near}？",
    "expected a code such as SUM001 or a family such as SUM": "应为规则代码（如SUM001）或规则类别（如SUM）",
    "expected the code and the case of a rule, not {given}": "应为规则的代码和情形，而不是{given}",
    "plug-in {name}: {why}": "插件{name}：{why}",
    "it could not be loaded: {kind}: {words}": "无法加载：{kind}：{words}",
    "the code {code} belongs to {owner}; choose letters of your own": "代码{code}已为{owner}所用，请改用自己的字母",
    "expected rules, not {given}": "应为规则（Rule），而不是{given}",
    # Files.
    "{place}: {why}": "{place}: {why}",
    "{title}:": "{title}：",
    "  - {line}": "  - {line}",
    "  … and {rest} more": "  ……另有{rest}项",
    "(whole document)": "（整份文件）",
    "not a report, {count} problem(s)": "无法读取为报告或表格，共{count}处问题",
    "cannot be read: {why}": "无法读取：{why}",
    "cannot be written: {why}": "无法写入：{why}",
    "no such file or directory": "文件或目录不存在",
    "permission denied": "权限不足",
    "operation not permitted": "不允许此操作",
    "is a directory": "是目录而不是文件",
    "not a directory": "路径中有一段不是目录",
    "file name too long": "文件名过长",
    "too many levels of symbolic links": "符号链接层数过多",
    "no space left on device": "磁盘空间不足",
    "read-only file system": "文件系统只读",
    "device or resource busy": "设备或资源正忙",
    "input/output error": "输入输出错误",
    "its name ends in none of {suffixes}, which tell the format":
        "无法由文件名判断格式，文件名应以下列后缀之一结尾：{suffixes}",
    "{why} needs an extra: pip install 'perfreport-cn[{extra}]'":
        "{why}需要安装附加组件：pip install 'perfreport-cn[{extra}]'",
    "reading and writing YAML": "读写YAML",
    "the command line": "命令行程序",
    "names of regions": "查询行政区划名称",
    "perfreport.testing": "perfreport.testing",
    # What a document says first.
    "schema {given} is not known to this release (known: {known}); a newer perfreport-cn may read it":
        "本版本无法识别schema {given}（可识别：{known}）；请尝试更新perfreport-cn",
    "missing; a document of this release says schema: {schema}": "缺少版本号；本版本的文件应写明schema: {schema}",
    "schema 1 has no such key, and schema 2 says by it what {key} said; give it another name":
        "schema 1没有此键，而schema 2以此键表示原来的{key}；请另取键名",
    "expected a mapping with schema, year and department, not {given}":
        "应为含有schema、year和department的键值结构，而不是{given}",
    "expected a mapping with schema, form and year, not {given}": "应为含有schema、form和year的键值结构，而不是{given}",
    "missing; expected form: {word}": "缺少表格类型；应写明form: {word}",
    "expected form: {word}, not {given}": "应写明form: {word}，而不是{given}",
    "{given} is no form; the forms are {values}": "{given}不是已知的表格；可用的表格有：{values}",
    "this is a form, {given}, and no report; load it with kind={kind}":
        "此文件是表格{given}而不是报告；请以kind={kind}读取",
    # What a document is made of.
    "the document is empty": "文件为空",
    "the key stands twice": "该键重复出现",
    "a key that is not text": "键不是文本",
    "a key of more than {most:,} characters": "键超过{most:,}个字符",
    "a key of more than {most:,} characters: {given}": "键超过{most:,}个字符：{given}",
    "the keys on the way have more than {most:,} characters together": "路径上各键合计超过{most:,}个字符",
    "keys on one way of more than {most:,} characters together": "同一路径上各键合计超过{most:,}个字符",
    "nested deeper than {most} levels": "嵌套超过{most}层",
    "nested too deep to be written": "嵌套过深，无法写出",
    "more than {most:,} problems in this list; of its {given:,} items those from number {index:,} on were not read": (
        "此表的问题超过{most:,}处；共{given:,}项，第{index:,}项起未读取"
    ),
    "more than {most:,} values": "超过{most:,}个值",
    "larger than {most} MiB": "大于{most} MiB",
    "larger than the {most} MiB that are read": "文件大于可读取的上限{most} MiB",
    "{what}, which is not read again": "{what}，写出后将无法再读取",
    "the number {given} would lose digits; write it as text": "数值{given}会丢失精度，请以文本填写",
    "the number {given} is too long; write it as text": "数值{given}过长，请以文本填写",
    "{given} is not a number that JSON can hold; write the figure as text":
        "{given}不是JSON可以表示的数值，请以文本填写",
    "a lone surrogate, which no file can hold": "含有无法保存的残缺字符",
    "a lone surrogate at character {number:,}; save the text as UTF-8 again":
        "第{number:,}个字符残缺；请将文件重新保存为UTF-8编码",
    "not UTF-8 at byte {number:,}; it looks like {encoding}: save it as UTF-8":
        "第{number:,}个字节不是UTF-8编码，可能是{encoding}；请将文件保存为UTF-8编码",
    "another encoding": "其他编码",
    "not JSON at line {line}, column {column}: {words}": "第{line}行第{column}列不符合JSON格式：{words}",
    "Expecting value": "此处应有一个值",
    "Expecting property name enclosed in double quotes": "此处应有以双引号括起的键名",
    "Expecting ':' delimiter": "此处应有冒号“:”",
    "Expecting ',' delimiter": "此处应有逗号“,”",
    "Extra data": "文件末尾有多余内容",
    "Unterminated string starting at": "文本缺少结尾的双引号",
    "Invalid control character at": "含有不允许的控制字符",
    "Invalid \\escape": "转义写法无效",
    "not YAML at line {line}, column {column}: {words}": "第{line}行第{column}列不符合YAML格式：{words}",
    "not YAML: {words}": "不符合YAML格式：{words}",
    "a character that YAML does not allow": "含有YAML不允许的字符",
    "an alias (*{given}); write the value out": "不支持别名（*{given}），请直接写出内容",
    "a tag ({given}); write the plain value": "不支持标签（{given}），请直接写出内容",
    "more than one YAML document (---) in one file": "一个文件中有多份YAML文档（---）",
    "{why}; {expected}": "{why}；{expected}",
})  # fmt: skip

ZH = Language(
    locale="zh_Hans_CN",
    tag="zh-CN",
    reads_chinese=True,
    as_printed=True,
    cite=_cite,
    given=_given,
    texts=_REASONS,
    words=FrozenMap({
        "about": "约{quantity}",
        "against": "，{basis} {budget}，执行率 {rate}",
        "all-well": "未发现问题",
        "and": "、",
        "bracketed": "{text}（{by}）",
        "by-profile": "（--profile {profile}）",
        "chapter": "{numeral}、{label}",
        "checking": "检查",
        "cites": "依据",
        "computed": "仅就所列各数推算，{place}应为{value}（所列{printed}）{settled}",
        "contradiction": "勾稽矛盾 {codes} 以下数字不能同时成立",
        "counted-contradiction": "{number} 处勾稽矛盾",
        "counted-error": "{number} 个错误",
        "counted-note": "{number} 个提示",
        "counted-warning": "{number} 个警告",
        "counts": "共 {counts}",
        "date": "{year}年{month}月{day}日",
        "example": "反例",
        "expenditure": "支出 {amount}",
        "findings": "检查结果",
        "found": "反例的检查结果",
        "full-stop": "。",
        "goal-of": "（项目：{project}）",
        "item-of": "{label}第{number}项",
        "manual": "说明",
        "meant": "{place}{printed}疑为{value}（{slip}）{settled}",
        "nil": "无",
        "no-figures": "没有数字",
        "no-heading": "（无标题）",
        "no-text": "没有内容",
        "not-stated": "未说明",
        "other": "其他",
        "places": "（{number}处）",
        "quoted": "“{text}”",
        "remedy": "处理建议：{remedy}",
        "remedy-of-error": "整改建议：{remedy}",
        "says": "可能的结论",
        "semicolon": "；",
        "settled": "，改后各式均相符",
        "source": "依据：{cites}。",
        "space": "",
        "summary": "{files} 个文件：{counts}{rest}",
        "to-do": "处理建议",
        "together": "以下数字不能同时成立：{figures}。{meant}",
        "unknown-keys": "未识别的内容",
        "unread": "；{number} 个文件未能检查",
        "whole-document": "整份文件",
        "year-of": "（{year}年）",
        "yes": "是",
    }),
)  # fmt: skip
