namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// What the properties of a component hold while it runs, as its own code sees them (<c>this.data.linkType</c>): their defaults and
/// whatever parents pass. Nobody asks for most of them, so each is gathered when it is asked for.
/// </summary>
internal sealed class InstanceData(Place site) : ObjectValue(site)
{
    /// <summary>Makes the values of declared properties: descriptors by name.</summary>
    public static InstanceData Of(Solver solver, ObjectValue properties, InstanceSource source)
    {
        var data = new InstanceData(properties.Site) { IsOpen = true };
        // Stated first, as reading them may state more.
        var declared = properties.Members;
        for (var i = 0; i < declared.Count; i++)
        {
            var name = declared.NameAt(i);
            var slot = new PassedSlot(data, name, source);
            data.Add(name, slot);
            // A text without a default is empty. What is no text names nothing.
            solver.Add(slot, solver.Constant("", properties.Site));
            var descriptor = declared.SlotAt(i);
            solver.Feed(slot, new ObjectsOf(descriptor));
            solver.Listen(descriptor, new DefaultTo(slot));
        }

        return data;
    }

    private sealed class DefaultTo(Slot property) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is not ObjectValue descriptor)
                return;
            foreach (var member in new[] { "value", "default" })
            {
                if (descriptor.Find(member) is { } content)
                    solver.Connect(content, property);
            }
        }
    }

    private sealed class PassedSlot(ObjectValue owner, string name, InstanceSource source) : MemberSlot(owner, null)
    {
        private bool _isGathered;

        public override void OnWanted(Solver solver)
        {
            base.OnWanted(solver);
            if (_isGathered)
                return;
            _isGathered = true;
            source.Facts.Passing?.Invoke(source.Module, name, this);
        }
    }
}

/// <summary>Where the properties of a component are declared, and who knows what parents pass to them.</summary>
internal readonly record struct InstanceSource(ProgramFacts Facts, Module Module);
