namespace PrivacyBuild.Syntax.Wxml;

/// <summary>Which of the related template languages a text is in.</summary>
public enum MarkupDialect
{
    /// <summary>WXML: expressions stand in <c>{{ }}</c>, in text and in values; <c>&lt;wxs&gt;</c> holds script.</summary>
    Wxml,

    /// <summary>
    /// Templates of single-file components: the values of <c>:x</c>, <c>v-bind:x</c>, <c>@x</c>, <c>v-if</c> and their like are expressions
    /// as a whole; <c>{{ }}</c> is read in text and, for the frameworks that keep WXML's way, in all other values too.
    /// </summary>
    Vue,
}
