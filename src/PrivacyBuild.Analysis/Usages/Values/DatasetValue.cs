namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// The <c>data-</c> attributes of an element, as the handler of an event sees them (<c>e.currentTarget.dataset.api</c>). Which element it is
/// nobody follows: a name stands for every attribute of that name in the component's templates. Each is gathered when it is asked for.
/// </summary>
internal sealed class DatasetValue : ObjectValue
{
    private readonly InstanceSource _source;

    public DatasetValue(Place site, InstanceSource source)
        : base(site)
    {
        _source = source;
        IsOpen = true;
    }

    public override Slot? Provide(string name)
    {
        var slot = new AttributeSlot(this, name, _source);
        Add(name, slot);
        return slot;
    }

    private sealed class AttributeSlot(ObjectValue owner, string name, InstanceSource source) : MemberSlot(owner, null)
    {
        private bool _isGathered;

        public override void OnWanted(Solver solver)
        {
            base.OnWanted(solver);
            if (_isGathered)
                return;
            _isGathered = true;
            // Where no template has it, elements come from somewhere else.
            if (source.Facts.Dataset?.Invoke(source.Module, name, this) != true)
                Solver.MarkUnknown(this);
        }
    }
}
