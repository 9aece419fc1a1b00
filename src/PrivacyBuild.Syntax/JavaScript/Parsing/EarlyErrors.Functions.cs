using System;
using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Functions and classes: what each allows inside, parameters, private names.
internal sealed partial class EarlyErrors
{
    private readonly Stack<PrivateNames> _privateNames = new();

    private void VisitFunction(IFunction function, FunctionKind kind)
    {
        if (function is FunctionDeclaration { Id: { } name } declaration)
            DeclareFunction(name, declaration);

        var saved = _function;
        var body = function.Body as BlockStatement;
        var ownStrict = body is not null && HasUseStrict(body.Body);
        _function.Strict |= ownStrict;
        _function.LoopDepth = _function.SwitchDepth = 0;
        _function.FirstLabel = _labels.Count;
        if (function is not ArrowFunctionExpression)
        {
            _function.NoArguments = false;
            _function.NewTarget = true;
            _function.SuperMember = kind != FunctionKind.Plain;
            _function.SuperCall = kind == FunctionKind.DerivedConstructor;
        }

        EnterScope(isFunction: true);
        var simple = DeclareParameters(function, kind);
        if (ownStrict)
        {
            if (!simple)
                Error(SyntaxErrors.UseStrictParameters, body!);
            if (!saved.Strict)
                CheckNamesOfStrictFunction(function);
        }

        Visit(function.Params);
        if (body is not null)
            Visit(body.Body);
        else
            Visit(function.Body);
        LeaveScope();
        _function = saved;
    }

    private bool DeclareParameters(IFunction function, FunctionKind kind)
    {
        var simple = true;
        foreach (var parameter in function.Params)
            simple &= parameter is Identifier;
        var unique = _function.Strict || !simple || function is ArrowFunctionExpression || kind != FunctionKind.Plain;
        foreach (var parameter in function.Params)
        {
            if (parameter is Identifier single)
            {
                DeclareParameter(single, unique);
                continue;
            }

            foreach (var name in BoundNames(parameter))
                DeclareParameter(name, unique);
        }

        return simple;
    }

    private void CheckNamesOfStrictFunction(IFunction function)
    {
        if (function.Id is { } id)
            CheckStrictName(id);
        foreach (var parameter in function.Params)
        {
            foreach (var name in BoundNames(parameter))
                CheckStrictName(name);
        }
    }

    private void CheckStrictName(Identifier name)
    {
        if (name.Name is "eval" or "arguments" or "implements" or "interface" or "let" or "package" or "private" or "protected" or "public" or "static" or "yield")
            Error(SyntaxErrors.ReservedWord, name);
    }

    private void VisitClass(IClass @class)
    {
        if (@class is ClassDeclaration { Id: { } name })
            DeclareLexical(name);
        Visit(@class.Decorators);
        var saved = _function;
        _function.Strict = true;
        Visit(@class.SuperClass);
        VisitClassBody(@class.Body, @class.SuperClass is not null);
        _function = saved;
    }

    private void VisitClassBody(ClassBody body, bool derived)
    {
        var names = new PrivateNames();
        var hasConstructor = false;
        foreach (var member in body.Body)
        {
            var (key, kind, isStatic) = member switch
            {
                MethodDefinition method => (method.Key, method.Kind, method.Static),
                PropertyDefinition field => (field.Key, MethodKind.Method, field.Static),
                _ => (null, MethodKind.Method, false),
            };
            if (key is PrivateIdentifier privateName && !names.Declare(privateName.Name, kind, isStatic))
                Error(SyntaxErrors.DuplicatePrivateName, privateName);
            if (member is not MethodDefinition { Kind: MethodKind.Constructor })
                continue;
            if (hasConstructor)
                Error(SyntaxErrors.DuplicateConstructor, key!);
            hasConstructor = true;
        }

        _privateNames.Push(names);
        foreach (var member in body.Body)
            VisitClassMember(member, derived);
        _privateNames.Pop();
        foreach (var use in names.Unresolved)
        {
            if (_privateNames.Count > 0)
                _privateNames.Peek().Use(use);
            else
                Error(SyntaxErrors.UnknownPrivateName, use);
        }
    }

    private void VisitClassMember(Node member, bool derived)
    {
        switch (member)
        {
            case MethodDefinition method:
                Visit(method.Decorators);
                if (method.Computed)
                    Visit(method.Key);
                VisitFunction(method.Value, method.Kind != MethodKind.Constructor ? FunctionKind.Method : derived ? FunctionKind.DerivedConstructor : FunctionKind.Constructor);
                break;
            case PropertyDefinition field:
                Visit(field.Decorators);
                if (field.Computed)
                    Visit(field.Key);
                InsideClassElement(field.Value, static (check, value) => check.Visit(value));
                break;
            case StaticBlock block:
                InsideClassElement(block, static (check, value) => check.Visit(value!.Body));
                break;
            default:
                Visit(member);
                break;
        }
    }

    // Initializers and static blocks are functions without parameters, in which `arguments` may not be named.
    private void InsideClassElement<T>(T element, Action<EarlyErrors, T> visit)
    {
        var saved = _function;
        _function = new FunctionContext { Strict = true, SuperMember = true, NewTarget = true, NoArguments = true, FirstLabel = _labels.Count };
        EnterScope(isFunction: true);
        visit(this, element);
        LeaveScope();
        _function = saved;
    }

    private void UsePrivateName(PrivateIdentifier name)
    {
        if (_privateNames.Count > 0)
            _privateNames.Peek().Use(name);
        else
            Error(SyntaxErrors.UnknownPrivateName, name);
    }

    /// <summary>The private names of one class, and the uses that none of them answers.</summary>
    private sealed class PrivateNames
    {
        private Dictionary<string, (MethodKind Kind, bool Static)>? _declared;
        private List<PrivateIdentifier>? _unresolved;

        public IReadOnlyList<PrivateIdentifier> Unresolved => _unresolved ?? (IReadOnlyList<PrivateIdentifier>)Array.Empty<PrivateIdentifier>();

        /// <summary>False when the name exists; a getter and a setter may share one.</summary>
        public bool Declare(string name, MethodKind kind, bool isStatic)
        {
            _declared ??= new(StringComparer.Ordinal);
            if (!_declared.TryGetValue(name, out var existing))
            {
                _declared.Add(name, (kind, isStatic));
                return true;
            }

            _declared[name] = (MethodKind.Method, isStatic);
            return existing.Static == isStatic
                && ((existing.Kind == MethodKind.Get && kind == MethodKind.Set) || (existing.Kind == MethodKind.Set && kind == MethodKind.Get));
        }

        public void Use(PrivateIdentifier name)
        {
            if (_declared is null || !_declared.ContainsKey(name.Name))
                (_unresolved ??= []).Add(name);
        }
    }
}
