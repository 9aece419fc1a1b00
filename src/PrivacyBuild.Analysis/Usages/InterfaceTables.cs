using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>Which of the platform's tables a kind of app is held against.</summary>
internal static class InterfaceTables
{
    public static InterfaceTable Of(MiniProgramKind kind) => kind switch
    {
        MiniProgramKind.Plugin => InterfaceTable.Plugin,
        MiniProgramKind.Game => InterfaceTable.MiniGame,
        _ => InterfaceTable.MiniProgram,
    };
}
