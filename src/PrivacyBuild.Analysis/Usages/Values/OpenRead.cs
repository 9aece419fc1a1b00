using System.Collections.Generic;
using System.Linq;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// A read by a key from an object to which the platform gives more members. Where all names are known that the key may be, and each is a property
/// with a default, it is those properties; else it is unknown.
/// </summary>
internal sealed class OpenRead(Slot keys, IReadOnlyList<Value> objects, Slot result) : IClosing
{
    private int _asked;

    public bool Close(Solver solver)
    {
        const int answered = 2;
        if (_asked > answered || result.Wanted == Demand.None)
            return false;
        if (_asked++ == 0)
        {
            solver.Want(keys, Demand.Texts);
            return true;
        }

        var properties = Properties();
        if (_asked == answered)
        {
            properties?.ForEach(property => solver.Want(property, Demand.All));
            return true;
        }

        if (properties != null && properties.TrueForAll(HasDefault))
        {
            properties.ForEach(property => solver.Connect(property, result));
            return true;
        }

        foreach (var data in objects.OfType<InstanceData>())
            ObjectAccess.ConnectAll(solver, data, result);
        Solver.MarkUnknown(result);
        return true;
    }

    /// <summary>The properties of the names that the key may be; null where one is not known or is no property.</summary>
    private List<Slot>? Properties()
    {
        if (keys.Unknown || keys.Count == 0)
            return null;
        var properties = new List<Slot>();
        for (var i = 0; i < keys.Count; i++)
        {
            var known = properties.Count;
            if (keys[i] is StringValue { Text: { } name })
                properties.AddRange(objects.OfType<InstanceData>().Select(data => data.Find(name)).OfType<Slot>());
            if (properties.Count == known)
                return null;
        }

        return properties;
    }

    private static bool HasDefault(Slot property)
    {
        for (var i = 0; i < property.Count; i++)
        {
            if (property[i] is StringValue { Text: not "" })
                return true;
        }

        return false;
    }
}
