using System;
using System.Threading;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Analysis.Reports;

namespace PrivacyBuild.Analysis;

/// <summary>The main path.</summary>
public static class PrivacyCheck
{
    public static CheckReport Run(PrivacyCheckOptions options, IProjectFiles files, CancellationToken cancellationToken) => throw new NotImplementedException();
}
