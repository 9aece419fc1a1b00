#!/usr/bin/env python3
"""Runs the packed package over audited mini programs and writes what a scorer reads.

  run.py TREES TRUTH FEED OUT [--only NAME]

TREES holds one work tree for each repository or package, named OWNER+NAME (npm+NAME). TRUTH holds corpus.tsv: a row for each app
root with repo, root, kind and framework. FEED is a folder with PrivacyBuild.*.nupkg (dotnet pack nuget/*.csproj -c Release -o FEED).
OUT receives NAME.json: a list of path, line, column, interface with paths relative to the repository.

Each repository is copied first and its copy changed so that the count is of every file under a root: unused files are not
filtered, TypeScript is compiled, and a library without a configuration becomes a small program of its framework."""
import argparse, collections, csv, glob, json, os, re, shutil, subprocess, sys, tempfile

SDK = 'Microsoft.Build.NoTargets/3.7.0'


def folder_of(repo):
    name = repo[4:].lstrip('@') if repo.startswith('npm:') else repo
    return ('npm+' + name.replace('/', '-')) if repo.startswith('npm:') else name.replace('/', '+')


def read_json(path):
    try:
        with open(path, encoding='utf-8-sig') as f:
            return json.load(f)
    except (OSError, ValueError):
        return None


def write(path, text):
    with open(path, 'w', encoding='utf-8') as f:
        f.write(text)


def prepare(tree, row):
    """Makes one root ready: see the top."""
    root = os.path.normpath(os.path.join(tree, row['root']))
    above = root
    while len(above) >= len(tree):
        path = os.path.join(above, 'project.config.json')
        config = read_json(path)
        if isinstance(config, dict):
            setting = config.get('setting') if isinstance(config.get('setting'), dict) else {}
            setting['ignoreUploadUnusedFiles'] = False
            if int(row['ts'] or 0) > 0:
                setting['useCompilerPlugins'] = ['typescript']
            config['setting'] = setting
            write(path, json.dumps(config, ensure_ascii=False, indent=1))
            break
        above = os.path.dirname(above)
    if not row['kind'].endswith('library'):
        return root
    present = set(os.listdir(root))
    if row['framework'] == 'uni':
        files = {'pages.json': '{"pages":[]}', 'manifest.json': '{}'}
    elif row['framework'] == 'taro':
        files = {'app.config.ts': 'export default { pages: [] }', 'app.tsx': 'export default function App() { return null }'}
    else:
        files = {'game.json': '{}'} if row['kind'] == 'minigame-library' else {'app.json': '{"pages":[]}'}
    for name, text in files.items():
        if name not in present:
            write(os.path.join(root, name), text)
    return root


def check(tree, root, row, version):
    usages = os.path.join(tree, 'obj', 'usages.json')
    if os.path.exists(usages):
        os.remove(usages)
    arguments = ['dotnet', 'build', os.path.join(tree, 'PrivacyBuildTruth.csproj'), '-v:q', '-p:PrivacyBuildMode=report', '-p:PrivacyBuildRoot=' + root,
                 '-p:PrivacyBuildUsagesFile=' + usages, '-p:PrivacyBuildInput=' + ('auto' if row['framework'] == 'native' else 'source')]
    run = subprocess.run(arguments, capture_output=True, text=True)
    result = read_json(usages)
    if result is None:
        print(run.stdout[-2000:], file=sys.stderr)
        return []
    return [u for app in result['apps'] for u in app.get('usages', [])]


def main():
    parser = argparse.ArgumentParser()
    for name in ('trees', 'truth', 'feed', 'out'):
        parser.add_argument(name)
    parser.add_argument('--only')
    a = parser.parse_args()
    with open(os.path.join(a.truth, 'corpus.tsv'), encoding='utf-8') as f:
        rows = list(csv.DictReader(f, delimiter='\t'))
    package = sorted(glob.glob(os.path.join(a.feed, 'PrivacyBuild.*.nupkg')))[-1]
    version = re.match(r'PrivacyBuild\.(.+)\.nupkg$', os.path.basename(package)).group(1)
    by_tree = collections.OrderedDict()
    for row in rows:
        by_tree.setdefault(folder_of(row['repo']), []).append(row)
    os.makedirs(a.out, exist_ok=True)
    for name, roots in by_tree.items():
        source = os.path.join(a.trees, name)
        if (a.only and a.only not in name) or not os.path.isdir(source):
            continue
        with tempfile.TemporaryDirectory() as work:
            tree = os.path.join(work, 'tree')
            shutil.copytree(source, tree, symlinks=True, ignore=shutil.ignore_patterns('.git', 'Directory.Build.*'))
            write(os.path.join(work, 'Directory.Build.props'), '<Project />')
            write(os.path.join(tree, 'NuGet.Config'), '<configuration><packageSources><add key="feed" value="%s" /></packageSources></configuration>' % os.path.abspath(a.feed))
            write(os.path.join(tree, 'PrivacyBuildTruth.csproj'),
                  '<Project Sdk="%s"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="PrivacyBuild" Version="%s" PrivateAssets="all" /></ItemGroup></Project>' % (SDK, version))
            found = []
            for row in roots:
                if os.path.isdir(os.path.join(tree, row['root'])):
                    found += check(tree, prepare(tree, row), row, version)
            write(os.path.join(a.out, name + '.json'), json.dumps([{k: u[k] for k in ('path', 'line', 'column', 'interface', 'how')} for u in found], ensure_ascii=False, indent=1))
            print('%s: %d' % (name, len(found)), flush=True)


if __name__ == '__main__':
    main()
