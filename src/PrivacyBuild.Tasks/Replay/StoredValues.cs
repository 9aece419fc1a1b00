using System;
using System.Collections.Generic;
using System.IO;

namespace PrivacyBuild.Tasks.Replay;

/// <summary>Lists in a stored result: their number, then their items.</summary>
internal static class StoredValues
{
    public static T[] ReadAll<T>(this BinaryReader reader, Func<BinaryReader, T> readOne)
        where T : class
    {
        var items = new T[reader.ReadInt32()];
        for (var i = 0; i < items.Length; i++)
            items[i] = readOne(reader);
        return items;
    }

    public static void WriteAll<T>(this BinaryWriter writer, IReadOnlyList<T> items, Action<BinaryWriter, T> writeOne)
        where T : class
    {
        writer.Write(items.Count);
        foreach (var item in items)
            writeOne(writer, item);
    }
}
