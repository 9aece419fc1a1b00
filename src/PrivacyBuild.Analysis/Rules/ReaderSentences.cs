using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>
/// The readers' English sentences with their Chinese ones; <c>*</c> stands for what varies, <c>{0}</c> and <c>{1}</c> for it in Chinese. The
/// first that fits counts, so those that vary come last.
/// </summary>
internal static class ReaderSentences
{
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        // JSON
        new("The comment is not closed", "注释没有结束"),
        new("A NUL character is not allowed here", "此处不允许出现 NUL 字符"),
        new("Nothing may follow the value", "值之后不能再有其他内容"),
        new("A string must stand in double quotes", "字符串必须使用双引号"),
        new("A comma or a bracket is missing before this", "此前缺少逗号或括号"),
        new("Expected a colon after the member's name", "成员名之后缺少冒号"),
        new("The string is not closed", "字符串没有结束"),
        new("A control character in a string must be written as an escape", "字符串中的控制字符必须转义"),
        new("The string cannot be read", "字符串无法读取"),
        new("This is not an escape that JSON knows", "这不是 JSON 支持的转义"),
        new("The text holds no value", "没有任何内容"),
        new("Nested too deeply: more than * levels", "嵌套过深，超过 {0} 层"),
        new("Expected a member name in double quotes, found *", "此处应为双引号中的成员名，实际为 {0}"),
        new("The text ends before the * of line * is closed", "文本结束时，第 {1} 行的 {0} 尚未闭合"),
        new("* is not a JSON number", "{0} 不是 JSON 数字"),
        new("* is not a JSON value", "{0} 不是 JSON 值"),

        // Templates
        new("The comment is not closed; the rest of the text is taken as comment", "注释没有结束，其后的内容都被当作注释"),
        new("The section is not closed", "CDATA 段没有结束"),
        new("A comment cannot stand inside a tag", "标签内不能写注释"),
        new("The value's closing quote is missing", "属性值缺少结束引号"),
        new("The '{{' is not closed", "“{{{{”没有结束"),
        new("The tag <*> lacks its '>'", "标签 <{0}> 缺少“>”"),
        new("The end tag </*> lacks its '>'", "结束标签 </{0}> 缺少“>”"),
        new("</*> closes nothing", "</{0}> 没有对应的开始标签"),
        new("<*> is not closed", "<{0}> 没有结束标签"),
        new("'*=' has no value", "“{0}=”没有值"),
        new("Unexpected * in a tag", "标签内不应出现 {0}"),
        new("This end tag closes no element", "此结束标签没有对应的元素"),

        // Scripts
        new("Unexpected character", "此处的字符无法识别"),
        new("Unexpected end of file", "文件意外结束"),
        new("Unexpected name", "此处不应出现标识符"),
        new("Unterminated string", "字符串没有结束"),
        new("Unterminated template", "模板字符串没有结束"),
        new("Unterminated comment", "注释没有结束"),
        new("Unterminated regular expression", "正则表达式没有结束"),
        new("Invalid escape sequence", "转义序列无效"),
        new("Invalid escape sequence in a template", "模板字符串中的转义序列无效"),
        new("Invalid number", "数字格式无效"),
        new("A name may not follow a number immediately", "数字之后不能紧跟标识符"),
        new("Expression expected", "此处应为表达式"),
        new("Name expected", "此处应为标识符"),
        new("Property name expected", "此处应为属性名"),
        new("Statement expected", "此处应为语句"),
        new("String expected", "此处应为字符串"),
        new("Type expected", "此处应为类型"),
        new("The nesting is too deep", "嵌套过深"),
        new("This part could not be read", "此部分无法读取"),
        new("A declaration is not allowed here", "此处不允许声明"),
        new("This declaration needs an initializer", "此声明缺少初始值"),
        new("'return' outside of a function", "return 只能写在函数内"),
        new("Invalid assignment target", "赋值目标无效"),
        new("Invalid parameter", "参数无效"),
        new("'await' is allowed only in async functions and at the top level of modules", "await 只能用于 async 函数或模块顶层"),
        new("A reserved word may not be a name here", "此处不能使用保留字作标识符"),
        new("'import' and 'export' are allowed only at the top level", "import 和 export 只能写在顶层"),
        new("'import' and 'export' are allowed only in modules", "import 和 export 只能用于模块"),
        new("'*' or '*' expected", "此处缺少“{0}”或“{1}”"),
        new("'*' expected", "此处缺少“{0}”"),
        new("Unexpected '*'", "此处不应出现“{0}”"),
        new("Unexpected *", "此处不应出现 {0}"),
    ];
}
