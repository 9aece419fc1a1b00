using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.MiniPrograms;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>Completes the configuration's edges with those that scripts and templates make.</summary>
internal static class Reachability
{
    public static ReachabilityGraph Of(MiniProgram app, IEnumerable<ScriptSource> scripts, IEnumerable<TemplateSource> templates) =>
        new(app.Edges
            .Concat(scripts.SelectMany(script => script.Imports.Select(import => new FileEdge(script.File, import, EdgeReason.Script, ""))))
            .Concat(templates.SelectMany(template => template.References
                .Select(reference => app.Resolver.ResolveTemplate(template.File, reference.Source))
                .OfType<ShippedFile>()
                .Select(target => new FileEdge(template.File, target, EdgeReason.Template, "")))));
}
