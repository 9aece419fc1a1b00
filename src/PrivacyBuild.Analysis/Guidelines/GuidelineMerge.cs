using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Syntax.Json;

namespace PrivacyBuild.Analysis.Guidelines;

/// <summary>
/// Lays an app's own guideline over one that several apps share. The app wins: <c>owner_setting</c> goes by member, <c>setting_list</c>
/// by <c>privacy_key</c>, SDKs by <c>sdk_name</c>; an entry whose <c>privacy_text</c> is <c>null</c> takes the shared one away. Every value keeps
/// the file that gave it.
/// </summary>
public static class GuidelineMerge
{
    public static Guideline Merge(Guideline app, Guideline shared)
    {
        var sharedKeys = new HashSet<string>(shared.Entries.Select(entry => entry.Key.Text).OfType<string>(), StringComparer.Ordinal);
        var removals = app.Entries.Where(entry => entry.Purpose.IsNull && entry.Key.Text is { } key && sharedKeys.Contains(key)).ToArray();
        var entries = Entries(app, shared, removals);
        var sdks = Sdks(app, shared);
        return new Guideline
        {
            File = app.File,
            Shape = app.Shape == GuidelineShape.Answer || shared.Shape == GuidelineShape.Answer ? GuidelineShape.Answer : GuidelineShape.Request,
            State = StateOf(app, shared, entries),
            ReadReason = app.ReadReason,
            ReadError = app.ReadError,
            Json = app.Json,
            Span = app.Span,
            PrivacyVersion = First(app.PrivacyVersion, shared.PrivacyVersion),
            SettingList = First(app.SettingList, shared.SettingList),
            Entries = entries,
            Owner = Owner(app.Owner, shared.Owner),
            SdkList = First(app.SdkList, shared.SdkList),
            Sdks = sdks,
            Supplement = app.Owner.ExtFileMediaId.IsMissing ? shared.Supplement : app.Supplement,
            Answer = app.Answer ?? shared.Answer,
            Parts = [WithoutRemovals(app, removals), shared],
        };
    }

    private static List<GuidelineEntry> Entries(Guideline app, Guideline shared, GuidelineEntry[] removals)
    {
        var own = app.Entries.Except(removals).ToList();
        var overridden = new HashSet<string>(app.Entries.Select(entry => entry.Key.Text).OfType<string>(), StringComparer.Ordinal);
        return [.. shared.Entries.Where(entry => entry.Key.Text is not { } key || !overridden.Contains(key)), .. own];
    }

    private static List<SdkEntry> Sdks(Guideline app, Guideline shared)
    {
        var overridden = new HashSet<string>(app.Sdks.Select(sdk => sdk.Name.Text).OfType<string>(), StringComparer.Ordinal);
        return [.. shared.Sdks.Where(sdk => sdk.Name.Text is not { } name || !overridden.Contains(name)), .. app.Sdks];
    }

    private static OwnerSetting Owner(OwnerSetting app, OwnerSetting shared) => new()
    {
        Value = First(app.Value, shared.Value),
        ContactPhone = First(app, shared, owner => owner.ContactPhone),
        ContactEmail = First(app, shared, owner => owner.ContactEmail),
        ContactQq = First(app, shared, owner => owner.ContactQq),
        ContactWeixin = First(app, shared, owner => owner.ContactWeixin),
        NoticeMethod = First(app, shared, owner => owner.NoticeMethod),
        Retention = First(app, shared, owner => owner.Retention),
        ExtFileMediaId = First(app, shared, owner => owner.ExtFileMediaId),
        StoreRegion = First(app, shared, owner => owner.StoreRegion),
    };

    private static GuidelineValue First(GuidelineValue app, GuidelineValue shared) => app.IsMissing && !shared.IsMissing ? shared : app;

    // What both lack is missed where there is an object that could hold it: the app's, else the shared one.
    private static GuidelineValue First(OwnerSetting app, OwnerSetting shared, Func<OwnerSetting, GuidelineValue> member) =>
        member(app).IsMissing && (!member(shared).IsMissing || app.Value.IsMissing) ? member(shared) : member(app);

    private static GuidelineState StateOf(Guideline app, Guideline shared, List<GuidelineEntry> entries)
    {
        foreach (var part in new[] { app, shared })
        {
            if (part.State is GuidelineState.Unreadable or GuidelineState.NotJson or GuidelineState.NotAnObject or GuidelineState.ListNotAnArray)
                return part.State;
        }

        if (entries.Count > 0)
            return entries.Any(entry => !entry.Purpose.IsBlank) ? GuidelineState.Filled : GuidelineState.AllPurposesBlank;
        if (app.SettingList.Json is JsonArray || shared.SettingList.Json is JsonArray)
            return GuidelineState.EmptyList;
        return app.State == GuidelineState.NoList || shared.State == GuidelineState.NoList ? GuidelineState.NoList : app.State;
    }

    // The null that takes a shared entry away is no value of the wrong type.
    private static Guideline WithoutRemovals(Guideline app, GuidelineEntry[] removals) =>
        removals.Length == 0 ? app : app.WithWrongTypes(app.WrongTypes.Where(wrong => removals.All(entry => entry.Purpose.Span != wrong.Span)).ToList());
}
