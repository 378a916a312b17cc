using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ishenim.Sealing.Tests;

/// <summary>
/// The test vectors in docs/vectors: bytes in hexadecimal, sealed files in base 64, ids as usual. docs/vectors/check.mjs
/// reads and makes the same files with libsodium.js.
/// </summary>
internal sealed record Vectors
{
    public required string MadeBy { get; init; }
    public required IReadOnlyList<TextVector> Texts { get; init; }
    public required IReadOnlyList<FileVector> Files { get; init; }
    public required IReadOnlyList<GrantVector> Grants { get; init; }
    public required IReadOnlyList<StaffLockVector> StaffLocks { get; init; }
    public required IReadOnlyList<RecoveryVector> Recoveries { get; init; }
    public required IReadOnlyList<SessionVector> Sessions { get; init; }
    public required IReadOnlyList<CodeVector> Codes { get; init; }
    public required IReadOnlyList<FingerprintVector> Fingerprints { get; init; }

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Folder => Path.Combine(Repository.Root, "docs", "vectors");

    public static Vectors Read(string name) =>
        JsonSerializer.Deserialize<Vectors>(File.ReadAllText(Path.Combine(Folder, name)), Options)!;

    public void Write(string name) => File.WriteAllText(Path.Combine(Folder, name), JsonSerializer.Serialize(this, Options) + "\n");
}

internal sealed record PartOf(Guid School, Guid Appeal, Guid Part, KeyClass Class, int Epoch, PartKind Kind, AuthorSide Side, int Sequence)
{
    [JsonIgnore]
    public PartLabel Label => new(School, Appeal, Part, Class, Epoch, Kind, Side, Sequence);

    public static PartOf Of(PartLabel l) => new(l.School, l.Appeal, l.Part, l.Class, l.Epoch, l.Kind, l.Side, l.Sequence);
}

internal sealed record GrantOf(Guid School, Guid Appeal, KeyClass Class, int Epoch, Guid Recipient)
{
    [JsonIgnore]
    public GrantLabel Label => new(School, Appeal, Class, Epoch, Recipient);
}

internal sealed record TextVector(string Key, PartOf Label, string Text, string Sealed);

/// <summary>Byte i of the content is (i + i / 251) mod 256, as in <see cref="Samples.Content"/>.</summary>
internal sealed record FileVector(string Key, PartOf Label, int Length, string SealedBase64);

internal sealed record GrantVector(string PrivateKey, string PublicKey, GrantOf Label, string ClassKey, string Sealed);

internal sealed record StaffLockVector(
    string Passphrase, string Salt, long Operations, long MemoryBytes, Guid School, Guid Person, string PrivateKey, string SecondFactor,
    string Verifier, string WrappedPrivateKey, string WrappedSecondFactor);

internal sealed record RecoveryVector(string Secret, string Groups, Guid School, Guid Person, string PrivateKey, string Wrapped);

internal sealed record SessionVector(string SessionKey, Guid School, Guid Person, Guid Session, string PrivateKey, string Wrapped);

internal sealed record CodeVector(string Code, string Salt, long Operations, long MemoryBytes, string Lookup, string PrivateKey, string PublicKey);

internal sealed record FingerprintVector(string PublicKey, string Fingerprint);
