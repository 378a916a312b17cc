using System.Text.Json;
using Ishenim.Sealing;

namespace Ishenim.Fuzz.Targets;

/// <summary>Good envelopes to spoil: the published test vectors, always the same bytes, each with its key.</summary>
internal static class SealedOriginals
{
    private static readonly JsonElement Vectors = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "vectors", "from-ishenim.json"))).RootElement;

    public static IReadOnlyList<(byte[] Sealed, SecretKey Key, PartLabel Label)> Texts { get; } =
        [.. All("texts").Select(one => (Hex(one, "sealed"), Key(one, "key"), Part(one)))];

    /// <summary>The shortest come first; one of them has several chunks.</summary>
    public static IReadOnlyList<(byte[] Sealed, SecretKey Key, PartLabel Label, int Length)> Files { get; } =
        [.. All("files").Select(one => (one.GetProperty("sealedBase64").GetBytesFromBase64(), Key(one, "key"), Part(one), one.GetProperty("length").GetInt32()))];

    public static (byte[] Sealed, KeyPair Keys, GrantLabel Label) Grant { get; } = GrantOf(All("grants").First());

    public static (byte[] Sealed, SecretKey Key, Guid School, Guid Person, Guid Session) Session { get; } = SessionOf(All("sessions").First());

    public static (byte[] Sealed, RecoverySecret Secret, Guid School, Guid Person) Recovery { get; } = RecoveryOf(All("recoveries").First());

    public static string SheetGroups { get; } = All("recoveries").First().GetProperty("groups").GetString()!;

    private static (byte[] Sealed, KeyPair Keys, GrantLabel Label) GrantOf(JsonElement one)
    {
        var label = one.GetProperty("label");
        return (Hex(one, "sealed"), KeyPair.FromPrivateKey(Hex(one, "privateKey")), new GrantLabel(
            Id(label, "school"), Id(label, "appeal"), Enum<KeyClass>(label, "class"), Number(label, "epoch"), Id(label, "recipient")));
    }

    private static (byte[] Sealed, SecretKey Key, Guid School, Guid Person, Guid Session) SessionOf(JsonElement one) =>
        (Hex(one, "wrapped"), Key(one, "sessionKey"), Id(one, "school"), Id(one, "person"), Id(one, "session"));

    private static (byte[] Sealed, RecoverySecret Secret, Guid School, Guid Person) RecoveryOf(JsonElement one) =>
        RecoverySheet.TryParse(one.GetProperty("groups").GetString(), out var secret)
            ? (Hex(one, "wrapped"), secret, Id(one, "school"), Id(one, "person"))
            : throw new InvalidOperationException("The vector's sheet is not one.");

    private static PartLabel Part(JsonElement one)
    {
        var label = one.GetProperty("label");
        return new PartLabel(Id(label, "school"), Id(label, "appeal"), Id(label, "part"), Enum<KeyClass>(label, "class"), Number(label, "epoch"),
            Enum<PartKind>(label, "kind"), Enum<AuthorSide>(label, "side"), Number(label, "sequence"));
    }

    private static JsonElement.ArrayEnumerator All(string kind) => Vectors.GetProperty(kind).EnumerateArray();

    private static byte[] Hex(JsonElement one, string name) => Convert.FromHexString(one.GetProperty(name).GetString()!);

    private static SecretKey Key(JsonElement one, string name) => SecretKey.From(Hex(one, name));

    private static Guid Id(JsonElement one, string name) => one.GetProperty(name).GetGuid();

    private static int Number(JsonElement one, string name) => one.GetProperty(name).GetInt32();

    private static T Enum<T>(JsonElement one, string name)
        where T : struct, Enum => System.Enum.Parse<T>(one.GetProperty(name).GetString()!);
}
