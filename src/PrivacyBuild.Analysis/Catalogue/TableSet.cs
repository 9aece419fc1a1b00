using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.Catalogue;

/// <summary>The official tables that list something.</summary>
public sealed class TableSet
{
    // One for each InterfaceTable.
    private readonly bool[] _isIn = new bool[3];

    public bool IsEmpty => !_isIn[0] && !_isIn[1] && !_isIn[2];

    /// <summary>Adds a table while the set is made.</summary>
    internal void Add(InterfaceTable table) => _isIn[(int)table] = true;

    public bool Contains(InterfaceTable table) => _isIn[(int)table];

    public bool Overlaps(TableSet other) => (_isIn[0] && other._isIn[0]) || (_isIn[1] && other._isIn[1]) || (_isIn[2] && other._isIn[2]);

    public IEnumerable<InterfaceTable> All => new[] { InterfaceTable.MiniProgram, InterfaceTable.Plugin, InterfaceTable.MiniGame }.Where(Contains);
}
