namespace Ishenim.Sealing.Tests;

/// <summary>The files in docs/vectors hold: what we made once still opens, and what libsodium.js made opens too.</summary>
public sealed class VectorTests
{
    public static TheoryData<string> Makers => ["from-ishenim.json", "from-libsodium-js.json"];

    [Theory]
    [MemberData(nameof(Makers))]
    public void Texts_OfEachMaker_Open(string file)
    {
        Assert.NotEmpty(Vectors.Read(file).Texts);
        foreach (var vector in Vectors.Read(file).Texts)
        {
            using var key = Key(vector.Key);
            Assert.Equal(vector.Text, TextEnvelope.OpenText(Bytes(vector.Sealed), key, vector.Label.Label));
        }
    }

    [Theory]
    [MemberData(nameof(Makers))]
    public async Task Files_OfEachMaker_Open(string file)
    {
        Assert.NotEmpty(Vectors.Read(file).Files);
        foreach (var vector in Vectors.Read(file).Files)
        {
            using var key = Key(vector.Key);
            using var plain = new MemoryStream();
            var sealedBytes = Convert.FromBase64String(vector.SealedBase64);
            Assert.Equal(FileEnvelope.SealedLength(vector.Length), sealedBytes.Length);
            Assert.Equal(vector.Length, await FileEnvelope.OpenAsync(new MemoryStream(sealedBytes), plain, key, vector.Label.Label));
            Assert.Equal(Samples.Content(vector.Length), plain.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Makers))]
    public void Grants_OfEachMaker_Open(string file)
    {
        Assert.NotEmpty(Vectors.Read(file).Grants);
        foreach (var vector in Vectors.Read(file).Grants)
        {
            using var recipient = KeyPair.FromPrivateKey(Bytes(vector.PrivateKey));
            Assert.Equal(vector.PublicKey, Hex(recipient.PublicKey));
            using var key = GrantEnvelope.Open(Bytes(vector.Sealed), recipient, vector.Label.Label);
            Assert.Equal(vector.ClassKey, Hex(key.Bytes));
        }
    }

    [Theory]
    [MemberData(nameof(Makers))]
    public void StaffLocks_OfEachMaker_Open(string file)
    {
        Assert.NotEmpty(Vectors.Read(file).StaffLocks);
        foreach (var vector in Vectors.Read(file).StaffLocks)
        {
            var row = new StaffLockRow(Bytes(vector.Salt), new Argon(vector.Operations, vector.MemoryBytes),
                Bytes(vector.Verifier), Bytes(vector.WrappedPrivateKey), Bytes(vector.WrappedSecondFactor));
            using var opened = StaffLock.TryOpen(vector.Passphrase, row, vector.School, vector.Person);
            Assert.NotNull(opened);
            Assert.Equal(vector.PrivateKey, Hex(opened.Keys.PrivateKey.Bytes));
            Assert.Equal(vector.SecondFactor, Hex(opened.SecondFactor));
        }
    }

    [Theory]
    [MemberData(nameof(Makers))]
    public void Recoveries_OfEachMaker_Open(string file)
    {
        Assert.NotEmpty(Vectors.Read(file).Recoveries);
        foreach (var vector in Vectors.Read(file).Recoveries)
        {
            Assert.True(RecoverySheet.TryParse(vector.Groups, out var secret));
            Assert.Equal(vector.Secret, Hex(secret.Bytes));
            Assert.Equal(vector.Groups, secret.Groups);
            using var keys = RecoverySheet.TryOpen(secret, Bytes(vector.Wrapped), vector.School, vector.Person);
            Assert.Equal(vector.PrivateKey, Hex(keys!.PrivateKey.Bytes));
        }
    }

    [Theory]
    [MemberData(nameof(Makers))]
    public void Sessions_OfEachMaker_Open(string file)
    {
        Assert.NotEmpty(Vectors.Read(file).Sessions);
        foreach (var vector in Vectors.Read(file).Sessions)
        {
            using var key = Key(vector.SessionKey);
            using var keys = SessionEnvelope.Open(Bytes(vector.Wrapped), key, vector.School, vector.Person, vector.Session);
            Assert.Equal(vector.PrivateKey, Hex(keys.PrivateKey.Bytes));
        }
    }

    [Theory]
    [MemberData(nameof(Makers))]
    public void Codes_OfEachMaker_SameLookupAndKeys(string file)
    {
        Assert.NotEmpty(Vectors.Read(file).Codes);
        foreach (var vector in Vectors.Read(file).Codes)
        {
            Assert.True(ReceiptCode.TryParse(vector.Code, out var code));
            using var writer = CodeKeys.Derive(code, Bytes(vector.Salt), new Argon(vector.Operations, vector.MemoryBytes));
            Assert.Equal(vector.Lookup, Hex(writer.Lookup));
            Assert.Equal(vector.PrivateKey, Hex(writer.Keys.PrivateKey.Bytes));
            Assert.Equal(vector.PublicKey, Hex(writer.Keys.PublicKey));
        }
    }

    [Theory]
    [MemberData(nameof(Makers))]
    public void Fingerprints_OfEachMaker_Equal(string file)
    {
        Assert.NotEmpty(Vectors.Read(file).Fingerprints);
        foreach (var vector in Vectors.Read(file).Fingerprints)
            Assert.Equal(vector.Fingerprint, KeyPair.FingerprintOf(Bytes(vector.PublicKey)));
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    private static SecretKey Key(string hex) => SecretKey.From(Bytes(hex));
}
