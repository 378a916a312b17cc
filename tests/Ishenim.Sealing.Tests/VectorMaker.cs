
namespace Ishenim.Sealing.Tests;

/// <summary>
/// Makes docs/vectors/from-ishenim.json anew. Run by hand, and only for a new version of an envelope: the point of the
/// file is that old seals still open. <c>Ishenim.Sealing.Tests -explicit only</c>
/// </summary>
public sealed class VectorMaker
{
    private static readonly byte[] Salt = Samples.Content(16);
    private static readonly string[] Letters = ["", "Мугалим акча чогултуп жатат. Өтө өкүнүчтүү!", new('ң', 1024)];

    [Fact(Explicit = true)]
    public async Task Make_FromIshenim_FileWritten()
    {
        using var keys = KeyPair.FromSeed(Samples.Content(32));
        var vectors = new Vectors
        {
            MadeBy = "Ishenim.Sealing, libsodium 1.0.18",
            Texts = [.. Letters.Select(Text)],
            Files = [await FileAsync(0), await FileAsync(1000), await FileAsync(FileEnvelope.ChunkSize + 1)],
            Grants = [Grant(keys)],
            StaffLocks = [Lock("жети көк бөрү тоодо", keys, Samples.CheapArgon), Lock("Ёлка, йод", keys, Argon.Staff)],
            Recoveries = [Recovery(Samples.Content(16), keys), Recovery(Convert.FromHexString("fedcba98765432100123456789abcdef"), keys)],
            Sessions = [Session(keys)],
            Codes = [Code("12345678901234567891", Samples.CheapArgon), Code("00000000000000000000", Argon.Code)],
            Fingerprints = [new(Hex(keys.PublicKey), keys.Fingerprint)],
        };
        vectors.Write("from-ishenim.json");
        Assert.Equal(vectors.Texts, Vectors.Read("from-ishenim.json").Texts);
    }

    private static TextVector Text(string text)
    {
        using var key = Samples.Key();
        return new(Hex(key.Bytes), PartOf.Of(Samples.Part), text, Hex(TextEnvelope.SealText(text, key, Samples.Part)));
    }

    private static async Task<FileVector> FileAsync(int length)
    {
        using var key = Samples.Key(9);
        var label = Samples.Part with { Kind = PartKind.File, Epoch = 0x01020304, Sequence = 258 };
        using var sealedStream = new MemoryStream();
        await FileEnvelope.SealAsync(new MemoryStream(Samples.Content(length)), sealedStream, key, label);
        return new(Hex(key.Bytes), PartOf.Of(label), length, Convert.ToBase64String(sealedStream.ToArray()));
    }

    private static GrantVector Grant(KeyPair keys)
    {
        using var classKey = Samples.Key(11);
        var of = new GrantOf(Samples.School, Samples.Appeal, KeyClass.Identity, 0x01020304, Samples.Person);
        return new(Hex(keys.PrivateKey.Bytes), Hex(keys.PublicKey), of, Hex(classKey.Bytes), Hex(GrantEnvelope.Seal(of.Label, classKey, keys.PublicKey)));
    }

    private static StaffLockVector Lock(string passphrase, KeyPair keys, Argon argon)
    {
        var row = StaffLock.Create(passphrase, keys, Samples.Content(20), argon, Samples.School, Samples.Person);
        return new(passphrase, Hex(row.Salt), argon.Operations, argon.MemoryBytes, Samples.School, Samples.Person, Hex(keys.PrivateKey.Bytes),
            Hex(Samples.Content(20)), Hex(row.Verifier), Hex(row.WrappedPrivateKey), Hex(row.WrappedSecondFactor));
    }

    private static RecoveryVector Recovery(byte[] bytes, KeyPair keys)
    {
        using var secret = new RecoverySecret(bytes);
        return new(Hex(bytes), secret.Groups, Samples.School, Samples.Person, Hex(keys.PrivateKey.Bytes),
            Hex(RecoverySheet.Wrap(secret, keys, Samples.School, Samples.Person)));
    }

    private static SessionVector Session(KeyPair keys)
    {
        using var key = Samples.Key(13);
        return new(Hex(key.Bytes), Samples.School, Samples.Person, Samples.Session, Hex(keys.PrivateKey.Bytes),
            Hex(SessionEnvelope.Wrap(keys, key, Samples.School, Samples.Person, Samples.Session)));
    }

    private static CodeVector Code(string digits, Argon argon)
    {
        Assert.True(ReceiptCode.TryParse(digits, out var code));
        using var writer = CodeKeys.Derive(code, Salt, argon);
        return new(digits, Hex(Salt), argon.Operations, argon.MemoryBytes, Hex(writer.Lookup), Hex(writer.Keys.PrivateKey.Bytes), Hex(writer.Keys.PublicKey));
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
