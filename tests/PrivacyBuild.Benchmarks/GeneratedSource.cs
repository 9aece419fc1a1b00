using System.Text;

namespace PrivacyBuild.Benchmarks;

/// <summary>Sources of any wanted size, the same on every machine.</summary>
internal static class GeneratedSource
{
    public static string Program(int length) => Repeat(length, """
        const service@ = require('../services/item@');

        function format@(value, options = {}) {
          const { precision = 2, unit } = options;
          let result = '';
          for (let i = 0; i < value.length; i++) {
            const item = value[i];
            if (item === null || typeof item === 'undefined') continue;
            result += `${item.name}: ${(item.price * 1.25).toFixed(precision)}${unit ? ' ' + unit : ''}`;
          }
          return result.replace(/\s+/g, ' ');
        }

        Page({
          data: { list@: [], loading: false, total: 0 },
          onLoad(query) {
            const that = this;
            // the list comes page by page
            service@.fetch({ id: query.id, page: 1 }).then((response) => {
              that.setData({ list@: response.list.map(x => ({ ...x, text: format@(x.values, { unit: 'kg' }) })), total: response.total });
            }).catch(function (error) {
              console.error('failed', error && error.message || error);
            });
          },
          onTap(event) { this.triggerEvent('select', { index: event.currentTarget.dataset.index }, { bubbles: true }); },
        });

        """);

    public static string TypeScript(int length) => Repeat(length, """
        export interface Item@<T extends object = {}> { readonly id: number; name?: string; data: Map<string, T[]> }
        export enum State@ { Idle = 'idle', Busy = 1 << 2, Done = Busy | 1 }
        export type Handler@<T> = (item: Item@<T>, ...rest: unknown[]) => Promise<void> | void;

        export class Store@<T extends object> implements Iterable<Item@<T>> {
          private readonly items: Item@<T>[] = [];
          constructor(private handler: Handler@<T>, protected state: State@ = State@.Idle) {}
          async add(item: Item@<T>): Promise<number> {
            const found = this.items.find((x): x is Item@<T> => x.id === item.id);
            if (found !== undefined) return (found as Item@<T>).id;
            this.items.push(item!);
            await this.handler(item, ...[1, 2, 3] as const);
            return this.items.length;
          }
          *[Symbol.iterator](): Iterator<Item@<T>> { for (const item of this.items) yield item; }
        }

        """);

    public static string Nested(int depth) => new StringBuilder().Insert(0, "f(function () { if (a) { ", depth).Append('x').Insert(depth * 25 + 1, " } })", depth).ToString();

    public static string NestedBrackets(int depth) => new string('[', depth) + new string(']', depth);

    public static string NestedArrows(int depth) => "x = " + Times("(a, b) => ", depth) + "0";

    public static string NestedChoices(int depth) => "x = " + Times("a ? (b) : c => ", depth) + "0";

    public static string BinaryChain(int length) => "x = a" + Times(" + a", length);

    public static string MemberChain(int length) => "x = a" + Times(".b(c)", length);

    public static string ElseIfChain(int length) => "if (a) b" + Times("; else if (a) b", length);

    public static string Array(int length) => "x = [" + Times("{ a: 1, b }, ", length) + "]";

    public static string Scopes(int length) => Times("{ let a = 1; a; b } ", length);

    public static string OneLine(int length) => Program(length).Replace("// the list comes page by page", "").Replace('\n', ' ');

    public static string OpenParentheses(int length) => new('(', length);

    public static string Generics(int length) => Times("a < b, c > (d); f<T>(x); ", length);

    private static string Times(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Repeat(int length, string template)
    {
        var text = new StringBuilder(length + template.Length);
        for (var i = 0; text.Length < length; i++)
            text.Append(template.Replace("@", i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return text.ToString();
    }
}
