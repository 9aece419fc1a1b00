using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>An element of a JSX template with the attributes that may matter, their values as slots. <paramref name="IsNative"/>: it comes from a framework's component library, or is no name of the file.</summary>
internal sealed record ElementUse(string Tag, Place TagPlace, IReadOnlyList<ElementAttribute> Attributes, bool IsNative);

/// <summary>An attribute; <paramref name="Constant"/>: its value is written there, not computed.</summary>
internal sealed record ElementAttribute(string Name, Place Place, Slot Value, bool Constant);
