namespace PrivacyBuild.Analysis.Suppressions;

/// <summary>Days as texts, <c>yyyy-MM-dd</c>, which sort as the days do: the engine knows no clock and needs no calendar.</summary>
public static class CalendarDay
{
    private static readonly int[] DaysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    public static bool IsValid(string text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (i is not (4 or 7) && text[i] is < '0' or > '9')
                return false;
        }

        var month = ((text[5] - '0') * 10) + text[6] - '0';
        var day = ((text[8] - '0') * 10) + text[9] - '0';
        return month is >= 1 and <= 12 && day >= 1 && day <= DaysOfMonth[month - 1];
    }

    /// <summary>Whether <paramref name="today"/> lies behind the last day; never when either is not known.</summary>
    public static bool IsPast(string lastDay, string today) =>
        lastDay.Length > 0 && today.Length > 0 && string.CompareOrdinal(today, lastDay) > 0;
}
