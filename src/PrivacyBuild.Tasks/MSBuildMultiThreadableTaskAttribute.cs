using System;

namespace Microsoft.Build.Framework;

/// <summary>
/// Says that a task may run beside others in one process (<c>dotnet build -mt</c>). MSBuild recognises it by its full name,
/// wherever it is declared; the reference assembly of the oldest MSBuild that is served here does not have it yet.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
