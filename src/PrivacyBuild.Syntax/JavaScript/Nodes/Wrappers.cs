namespace PrivacyBuild.Syntax.JavaScript.Nodes;

public static class Wrappers
{
    /// <summary>The value in casts, <c>!</c>, type arguments and chain nodes: what stands around an expression without changing what it gives.</summary>
    public static Expression Unwrap(this Expression expression)
    {
        while (true)
        {
            switch (expression)
            {
                case TSAsExpression e:
                    expression = e.Expression;
                    break;
                case TSSatisfiesExpression e:
                    expression = e.Expression;
                    break;
                case TSTypeAssertion e:
                    expression = e.Expression;
                    break;
                case TSNonNullExpression e:
                    expression = e.Expression;
                    break;
                case TSInstantiationExpression e:
                    expression = e.Expression;
                    break;
                case ChainExpression e:
                    expression = e.Expression;
                    break;
                default:
                    return expression;
            }
        }
    }
}
