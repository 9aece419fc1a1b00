// Holds the references that PrivacyBuild.Conformance finds against those of @babel/parser. Not part of the test run.
//
//   npm i @babel/parser                      in any folder, from which the script is then started
//   node …/differential.mjs CONSOLE PATH…                     CONSOLE is the built PrivacyBuild.Conformance.dll
//   node …/differential.mjs --damage SEED CONSOLE PATH…       deletes a random line of each file; counts what is still found outside the damaged statement
//
// Files that Babel itself cannot read are left out and counted. Prints one line per file that differs, and a closing line.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

const { parse } = createRequire(join(process.cwd(), "x.js"))("@babel/parser");

const args = process.argv.slice(2);
const seed = args[0] === "--damage" ? Number(args.splice(0, 2)[1]) : null;
const [consolePath, ...paths] = args;
const extensions = new Set([".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx"]);

function* find(path) {
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* find(join(path, entry.name));
    else if (entry.isFile() && extensions.has(extname(entry.name).toLowerCase())) yield join(path, entry.name);
  }
}

function babel(path, text) {
  const extension = extname(path).toLowerCase();
  const typescript = /ts/.test(extension);
  const decorators = ["decorators-legacy", "decoratorAutoAccessors"];
  const plugins = typescript
    ? [["typescript", { dts: /\.d\.[cm]?ts$/.test(path) }], ...decorators, ...(extension === ".tsx" ? ["jsx"] : [])]
    : ["jsx", ...decorators];
  const options = { sourceType: "unambiguous", allowReturnOutsideFunction: true, allowAwaitOutsideFunction: true, allowUndeclaredExports: true, allowSuperOutsideMethod: true, allowNewTargetOutsideFunction: true, plugins, ranges: false, attachComment: false, errorRecovery: false };
  return parse(text, options).program;
}

const typeOnly = /^(TS(?!AsExpression|SatisfiesExpression|TypeAssertion|NonNullExpression|InstantiationExpression|EnumDeclaration|EnumMember|EnumBody|ModuleDeclaration|ModuleBlock|ParameterProperty|ImportEqualsDeclaration|ExportAssignment|QualifiedName|DeclareFunction|ExternalModuleReference))/;

function references(program, visitStatement) {
  const found = [];
  const add = (kind, name, node) => found.push({ kind, name, start: node.start });
  const all = (nodes) => nodes?.forEach(visit);

  function children(node) {
    for (const key of Object.keys(node)) {
      if (key === "loc" || key === "extra" || key === "errors" || key === "tokens" || key === "directives") continue;
      const value = node[key];
      if (Array.isArray(value)) value.forEach((item) => item && typeof item.type === "string" && visit(item));
      else if (value && typeof value.type === "string") visit(value);
    }
  }

  function tag(name) {
    if (name.type === "JSXIdentifier" && /^[A-Z_$]/.test(name.name)) add("name", name.name, name);
    else if (name.type === "JSXMemberExpression") {
      if (name.object.type === "JSXIdentifier") add("name", name.object.name, name.object);
      else tag(name.object);
      add("member", name.property.name, name.property);
    }
  }

  function binding(node) {
    if (!node) return;
    switch (node.type) {
      case "Identifier":
        all(node.decorators);
        return;
      case "AssignmentPattern":
        all(node.decorators);
        binding(node.left);
        visit(node.right);
        return;
      case "RestElement":
        all(node.decorators);
        return binding(node.argument);
      case "TSParameterProperty":
        all(node.decorators);
        return binding(node.parameter);
      case "ObjectPattern":
        all(node.decorators);
        for (const member of node.properties) {
          if (member.type === "RestElement") binding(member.argument);
          else {
            if (member.computed) visit(member.key);
            binding(member.value);
          }
        }
        return;
      case "ArrayPattern":
        all(node.decorators);
        return node.elements.forEach(binding);
      default:
        visit(node);
    }
  }

  function visit(node) {
    if (!node) return;
    if (visitStatement && (/Statement$|Declaration$/.test(node.type))) visitStatement(node);
    switch (node.type) {
      case "Identifier":
        return add("name", node.name, node);
      case "MemberExpression":
      case "OptionalMemberExpression":
        visit(node.object);
        if (!node.computed && node.property.type === "Identifier") add("member", node.property.name, node.property);
        else if (node.computed && node.property.type === "StringLiteral") add("member", node.property.value, node.property);
        else if (node.computed) visit(node.property);
        return;
      case "TSQualifiedName":
        visit(node.left);
        return add("member", node.right.name, node.right);
      case "ObjectProperty":
        if (node.computed) visit(node.key);
        return visit(node.value);
      case "ObjectMethod":
      case "ClassMethod":
      case "ClassPrivateMethod":
        all(node.decorators);
        if (node.computed) visit(node.key);
        node.params.forEach(binding);
        return visit(node.body);
      case "ClassProperty":
      case "ClassAccessorProperty":
      case "ClassPrivateProperty":
        all(node.decorators);
        if (node.computed) visit(node.key);
        return visit(node.value);
      case "VariableDeclarator":
        binding(node.id);
        return visit(node.init);
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
      case "TSDeclareFunction":
        node.params.forEach(binding);
        return visit(node.body);
      case "ClassDeclaration":
      case "ClassExpression":
        all(node.decorators);
        visit(node.superClass);
        return visit(node.body);
      case "CatchClause":
        binding(node.param);
        return visit(node.body);
      case "LabeledStatement":
        return visit(node.body);
      case "BreakStatement":
      case "ContinueStatement":
      case "ImportDeclaration":
      case "ExportAllDeclaration":
      case "MetaProperty":
      case "PrivateName":
        return;
      case "ExportNamedDeclaration":
        if (node.source) return;
        visit(node.declaration);
        return all(node.specifiers);
      case "ExportSpecifier":
        return visit(node.local);
      case "TSEnumDeclaration":
        return (node.body?.members ?? node.members).forEach((member) => visit(member.initializer));
      case "TSModuleDeclaration":
        return visit(node.body);
      case "TSImportEqualsDeclaration":
        if (node.moduleReference.type !== "TSExternalModuleReference") visit(node.moduleReference);
        return;
      case "JSXOpeningElement":
        tag(node.name);
        return all(node.attributes);
      case "JSXClosingElement":
        return;
      case "JSXAttribute":
        return visit(node.value);
      default:
        if (!typeOnly.test(node.type)) children(node);
    }
  }

  visit(program);
  return found;
}

function run(files) {
  const result = new Map();
  for (let i = 0; i < files.length; i += 500) {
    const child = spawnSync("dotnet", [consolePath, "refs", "-"], { input: files.slice(i, i + 500).join("\n"), maxBuffer: 1 << 30, encoding: "utf8" });
    if (child.status !== 0) throw new Error(child.stderr);
    for (const line of child.stdout.split("\n")) {
      if (!line) continue;
      const { path, ...rest } = JSON.parse(line);
      result.set(path, rest);
    }
  }
  return result;
}

const read = (path) => readFileSync(path, "utf8").replace(/^\uFEFF/, "");
const key = (reference) => `${reference.kind} ${reference.name} ${reference.start}`;

let state = seed ?? 0;
function random(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

const files = paths.flatMap((path) => [...find(path)]);
let unreadable = 0;
let total = 0;
let differing = 0;

if (seed === null) {
  const expected = new Map();
  for (const path of files) {
    try {
      expected.set(path, references(babel(path, read(path))));
    } catch {
      unreadable++;
    }
  }
  const actual = run([...expected.keys()]);
  let complaints = 0;
  for (const [path, wanted] of expected) {
    total += wanted.length;
    const want = new Set(wanted.map(key));
    const { refs, errors } = actual.get(path);
    if (errors > 0) {
      complaints++;
      console.log(`${path}: ${errors} errors`);
    }
    const have = new Set(refs.map(key));
    const missing = [...want].filter((item) => !have.has(item));
    const extra = [...have].filter((item) => !want.has(item));
    if (missing.length + extra.length === 0) continue;
    differing++;
    console.log(`${path}: missing ${missing.length} (${missing.slice(0, 3).join("; ")}), extra ${extra.length} (${extra.slice(0, 3).join("; ")})`);
  }
  console.log(`${expected.size} files compared, ${total} references, ${differing} files differ, ${complaints} get errors here and not from Babel; ${unreadable} files Babel cannot read`);
} else {
  const folder = mkdtempSync(join(tmpdir(), "damage-"));
  const cases = new Map();
  for (const [index, path] of files.entries()) {
    const text = read(path);
    const lines = text.split("\n");
    if (lines.length < 10) continue;
    const deleted = random(lines.length);
    const from = lines.slice(0, deleted).reduce((sum, line) => sum + line.length + 1, 0);
    const line = lines[deleted];
    if (!line.trim()) continue;
    const first = from + line.length - line.trimStart().length;
    const last = from + line.trimEnd().length;
    let damaged = null;
    let wanted;
    try {
      wanted = references(babel(path, text), (node) => {
        if (node.start <= first && last <= node.end && (!damaged || node.end - node.start <= damaged.end - damaged.start)) damaged = node;
      });
    } catch {
      unreadable++;
      continue;
    }
    // A line that two statements share, or that stands between them, damages only itself.
    damaged ??= { start: from, end: from + line.length };
    const length = line.length + 1;
    wanted = wanted.filter((reference) => reference.start < damaged.start || reference.start >= damaged.end);
    wanted = wanted.filter((reference) => reference.start < from || reference.start >= from + length);
    wanted = wanted.map((reference) => (reference.start >= from ? { ...reference, start: reference.start - length } : reference));
    const copy = join(folder, `${index}${/\.d\.ts$/.test(path) ? ".d" : ""}${extname(path)}`);
    writeFileSync(copy, text.slice(0, from) + text.slice(from + length));
    cases.set(copy, { path, deleted: deleted + 1, line, wanted });
  }
  const actual = run([...cases.keys()]);
  let foundAll = 0;
  for (const [copy, { path, deleted, line, wanted }] of cases) {
    const have = new Set(actual.get(copy).refs.map(key));
    const found = wanted.filter((reference) => have.has(key(reference))).length;
    total += wanted.length;
    foundAll += found;
    if (found < wanted.length) {
      differing++;
      console.log(`${path}:${deleted}: ${wanted.length - found} of ${wanted.length} lost by deleting ${line.trim().slice(0, 80)}`);
    }
  }
  rmSync(folder, { recursive: true });
  console.log(`${cases.size} files damaged, ${foundAll} of ${total} references found (${((100 * foundAll) / total).toFixed(3)} %), ${differing} files lost some; ${unreadable} files Babel cannot read`);
}
