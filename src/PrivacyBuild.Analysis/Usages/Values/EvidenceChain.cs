using System;
using System.Collections.Generic;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>Follows a platform value back through the slots it came by: the steps that a reader would check one after the other.</summary>
internal static class EvidenceChain
{
    private const int MaxSteps = 6;
    private const int MaxText = 120;

    /// <summary>The way of the platform value (or manager) into a slot, last step first.</summary>
    public static IReadOnlyList<Evidence> Of(Slot? slot)
    {
        var steps = new List<Evidence>();
        foreach (var step in Steps(slot))
        {
            // Ways may be as long as the program has modules.
            if (steps.Count == MaxSteps)
                break;
            if (step.Place is not { } place)
                continue;
            var evidence = Describe(place);
            if (evidence.Text.Length > 0 && !steps.Contains(evidence))
                steps.Add(evidence);
        }

        return steps;
    }

    public static IReadOnlyList<Evidence> At(Place place) => [Describe(place)];

    public static bool CrossesModules(Slot? slot, Module module)
    {
        foreach (var step in Steps(slot))
        {
            if (step.Place is { } place && place.Module != module)
                return true;
        }

        return false;
    }

    private static IEnumerable<Slot> Steps(Slot? slot)
    {
        var seen = new HashSet<Slot>();
        while (slot != null && seen.Add(slot))
        {
            yield return slot;
            slot = CarrierOf(slot) is { } value ? slot.OriginOf(value) : null;
        }
    }

    private static Value? CarrierOf(Slot slot)
    {
        for (var i = 0; i < slot.Count; i++)
        {
            if (slot[i] is PlatformValue or ManagerValue or MemberValue { Name: null })
                return slot[i];
        }

        return null;
    }

    /// <summary>The line of the place, without indentation; of a very long line the part that begins at the place.</summary>
    private static Evidence Describe(Place place)
    {
        var content = place.Module.Text.Content;
        var from = place.Start == 0 ? 0 : content.LastIndexOfAny(['\n', '\r'], Math.Min(place.Start, content.Length) - 1) + 1;
        if (place.Start - from > MaxText / 2)
            from = place.Start;
        var to = content.IndexOfAny(['\n', '\r'], from);
        if (to < 0)
            to = content.Length;
        var text = content.Substring(from, Math.Min(to - from, MaxText)).Trim();
        return new Evidence(place.Module.File.Path, place.Module.Text.GetPosition(place.Start), text);
    }
}
