using System.Security.Cryptography;
using System.Text;

namespace Ishenim.Sealing.Tests;

/// <summary>What others have published about each primitive, through the very calls that the envelopes use.</summary>
public sealed class PublishedVectorTests
{
    public PublishedVectorTests() => Sodium.Start();

    /// <summary>draft-irtf-cfrg-xchacha-03, A.3.1.</summary>
    [Fact]
    public void XChaCha20Poly1305_Draft_CiphertextEqual()
    {
        var plain = "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it."u8;
        var associated = Convert.FromHexString("50515253c0c1c2c3c4c5c6c7");
        var key = Convert.FromHexString("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
        var nonce = Convert.FromHexString("404142434445464748494a4b4c4d4e4f5051525354555657");
        var expected = Convert.FromHexString(
            "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
            + "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49");
        var sealedBytes = new byte[plain.Length + Aead.TagSize];
        Assert.Equal(0, NativeSodium.crypto_aead_xchacha20poly1305_ietf_encrypt(sealedBytes, out var length, plain, (ulong)plain.Length,
            associated, (ulong)associated.Length, 0, nonce, key));
        Assert.Equal((ulong)expected.Length, length);
        Assert.Equal(expected, sealedBytes);
        var opened = new byte[plain.Length];
        Assert.Equal(0, NativeSodium.crypto_aead_xchacha20poly1305_ietf_decrypt(opened, out _, 0, sealedBytes, (ulong)sealedBytes.Length,
            associated, (ulong)associated.Length, nonce, key));
        Assert.Equal(plain.ToArray(), opened);
    }

    /// <summary>libsodium's own test/default/pwhash_argon2id (tv, numbers 7 and 5), and the argon2 command's output.</summary>
    [Theory]
    [InlineData("b540beb016a5366524d4605156493f9874514a5aa58818cd0c6dfffaa9e90205f17b", "44071f6d181561670bda728d43fb79b4", 1, 1631659,
        "7fb72409b0987f8190c3729710e98c3f80c5a8727d425fdcde7f3644d467fe973f5b5fee683bd3fce812cb9ae5e9921a2d06c2f1905e4e839692f2b934b682f11a2fe2b90482ea5dd234863516dba6f52dc0702d324ec77d860c2e181f84472bd7104fedce071ffa93c5309494ad51623d214447a7b2b1462dc7d5d55a1f6fd5b54ce024118d86f0c6489d16545aaa87b6689dad9f2fb47fda9894f8e12b87d978b483ccd4cc5fd9595cdc7a818452f915ce2f7df95ec12b1c72e3788d473441d884f9748eb14703c21b45d82fd667b85f5b2d98c13303b3fe76285531a826b6fc0fe8e3dddecf")]
    [InlineData("4a857e2ee8aa9b6056f2424e84d24a72473378906ee04a46cb05311502d5250b82ad86b83c8f20a23dbb74f6da60b0b6ecffd67134d45946ac8ebfb3064294bc097d43ced68642bfb8bbbdd0f50b30118f5e", "39d82eef32010b8b79cc5ba88ed539fb", 3, 1432947,
        "08d8cd330c57e1b4643241d05bb468ba4ee4e932cd0858816be9ef15360b27bbd06a87130ee92222be267a29b81f5ae8fe8613324cfc4832dc49387fd0602f1c57b4d0f3855db94fb7e12eb05f9a484aed4a4307abf586cd3d55c809bc081541e00b682772fb2066504ff935b8ebc551a2083882f874bc0fae68e56848ae34c91097c3bf0cca8e75c0797eef3efde3f75e005815018db3cf7c109a812264c4de69dcb22322dbbcfa447f5b00ecd1b04a7be1569c8e556adb7bba48adf81d")]
    [InlineData("313233", "4142434445464748494a4b4c4d4e4f50", 5, 1024 * 1024, "3c5d010180ba0cf5b6b858cba23b318e42d33088983c404598599c3b029ecac6")]
    public void Argon_Libsodium_OutputEqual(string passphrase, string salt, long operations, long memory, string expected)
    {
        var secret = Convert.FromHexString(passphrase);
        var output = new byte[expected.Length / 2];
        new Argon(operations, memory).Stretch(secret, Convert.FromHexString(salt), output);
        Assert.Equal(expected, Convert.ToHexStringLower(output));
    }

    /// <summary>RFC 7748, 6.1.</summary>
    [Theory]
    [InlineData("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a", "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")]
    [InlineData("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb", "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")]
    public void FromPrivateKey_Rfc7748_PublicKeyEqual(string privateKey, string publicKey)
    {
        using var keys = KeyPair.FromPrivateKey(Convert.FromHexString(privateKey));
        Assert.Equal(publicKey, Convert.ToHexStringLower(keys.PublicKey));
    }

    /// <summary>libsodium, "Key pair generation": the private key is the first half of the seed's SHA-512.</summary>
    [Fact]
    public void FromSeed_Libsodium_PrivateKeyIsHashOfSeed()
    {
        var seed = Samples.Content(32);
        using var keys = KeyPair.FromSeed(seed);
        Assert.Equal(SHA512.HashData(seed)[..32], keys.PrivateKey.Bytes.ToArray());
        using var again = KeyPair.FromPrivateKey(keys.PrivateKey.Bytes);
        Assert.Equal(again.PublicKey, keys.PublicKey);
    }

    /// <summary>BLAKE2b-256 of "abc", as the reference b2sum prints it.</summary>
    [Fact]
    public void GenericHash_Abc_HashEqual()
    {
        var hash = new byte[Blake.Size];
        _ = NativeSodium.crypto_generichash(hash, Blake.Size, "abc"u8, 3, default, 0);
        Assert.Equal("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319", Convert.ToHexStringLower(hash));
    }

    /// <summary>RFC 6238, appendix B, SHA-1; its codes have eight digits, ours are the last six of them.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void TotpAt_Rfc6238_CodeEqual(long seconds, string eightDigits) =>
        Assert.Equal(eightDigits[2..], Totp.At("12345678901234567890"u8, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    /// <summary>RFC 4648, section 10, without the padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_Rfc4648_TextEqual(string plain, string expected) => Assert.Equal(expected, Totp.Base32(Encoding.ASCII.GetBytes(plain)));

    /// <summary>Damm's example: 572 has the check digit 4.</summary>
    [Fact]
    public void Damm_PublishedExample_CheckEqual()
    {
        Assert.Equal('4', Damm.Check("572"));
        Assert.Equal('0', Damm.Check("5724"));
    }

    /// <summary>BIP-350, valid Bech32m strings.</summary>
    [Theory]
    [InlineData("a1lqfn3a")]
    [InlineData("abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx")]
    [InlineData("split1checkupstagehandshakeupstreamerranterredcaperredlc445v")]
    [InlineData("?1v759aa")]
    public void Bech32_Bip350Valid_CheckEqual(string text)
    {
        var (prefix, digits) = Split(text);
        Assert.True(Bech32.IsValid(prefix, digits));
        Assert.Equal(digits[^6..], Bech32.Check(prefix, digits.AsSpan()[..^6]));
    }

    /// <summary>BIP-350 and BIP-173: the older constant of Bech32 must not pass.</summary>
    [Theory]
    [InlineData("a12uel5l")]
    [InlineData("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w")]
    public void Bech32_Bip173Strings_NotValid(string text)
    {
        var (prefix, digits) = Split(text);
        Assert.False(Bech32.IsValid(prefix, digits));
    }

    private static (string Prefix, byte[] Digits) Split(string text)
    {
        var mark = text.LastIndexOf('1');
        return (text[..mark], text[(mark + 1)..].Select(c => (byte)"qpzry9x8gf2tvdw0s3jn54khce6mua7l".IndexOf(c, StringComparison.Ordinal)).ToArray());
    }
}
