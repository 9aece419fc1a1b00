using System.Collections.Generic;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

/// <summary>Places that a parser remembers; for most texts there are none, and a parser is made for every expression of a template.</summary>
internal struct PlaceSet
{
    private HashSet<int>? _places;

    public readonly bool Contains(int place) => _places is not null && _places.Contains(place);

    public void Add(int place) => (_places ??= []).Add(place);
}
