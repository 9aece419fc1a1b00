using System.Diagnostics.CodeAnalysis;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// The body of a function of the program. It is walked once something in it may matter: it names the platform object, something live
/// enters it, or something in it is wanted. The functions around it are walked before it.
/// </summary>
internal sealed class FunctionBody(Module module, Node node, FunctionBody? parent) : Demandable
{
    // Set once what surrounds it is walked; taken when it is walked itself.
    private FunctionValue? _value;
    private WalkFrame? _frame;

    // Arrows in it that share its `this`.
    private Few<FunctionBody> _arrows;

    public Node Node { get; } = node;

    public FunctionBody? Parent { get; } = parent;

    public bool UsesThis { get; private set; }

    public bool UsesArguments { get; private set; }

    /// <summary>It has to be walked as soon as the functions around it are.</summary>
    public bool IsWoken { get; private set; }

    /// <summary>Whether the function is written directly in the one that a place belongs to.</summary>
    public bool IsWithin(Place place) => place.Module == module && Parent == module.BodyAt(place.Start);

    public override void Ask(Solver solver, Demand demand) => Wake(solver);

    public void Wake(Solver solver)
    {
        if (IsWoken)
            return;
        IsWoken = true;
        Parent?.Wake(solver);
        if (_value != null)
            module.Builder?.Enqueue(this);
    }

    /// <summary>Notes an arrow that shares its <c>this</c>.</summary>
    public void AddArrow(FunctionBody arrow) => _arrows.Add(arrow);

    /// <summary>Something live is its <c>this</c>.</summary>
    public void WakeWithThis(Solver solver)
    {
        Wake(solver);
        for (var i = 0; i < _arrows.Count; i++)
            _arrows[i].Wake(solver);
    }

    /// <summary>Says as which function and within what it will be walked.</summary>
    public void Postpone(FunctionValue value, WalkFrame frame)
    {
        _value = value;
        _frame = frame;
    }

    /// <summary>False when it has been walked.</summary>
    public bool TakeWalk([NotNullWhen(true)] out FunctionValue? value, [NotNullWhen(true)] out WalkFrame? frame)
    {
        value = _value;
        frame = _frame;
        _value = null;
        _frame = null;
        return value != null && frame != null;
    }

    /// <summary>Notes the word <c>this</c> or <c>arguments</c> in it; arrows have those of what surrounds them.</summary>
    public void Note(bool isThis)
    {
        for (var body = this; body != null; body = body.Parent)
        {
            if (isThis)
                body.UsesThis = true;
            else
                body.UsesArguments = true;
            if (body.Node is not ArrowFunctionExpression)
                return;
        }
    }
}
