using Ishenim.Sealing;

namespace Ishenim.Fuzz.Targets;

/// <summary>Envelopes: a changed one is refused in the one way there is, and not a byte comes out of it.</summary>
internal static class EnvelopeTargets
{
    public static FuzzTarget Text { get; } = FuzzTarget.Of("text",
        dice => Spoilt(dice, dice.Of(SealedOriginals.Texts).Sealed),
        bytes =>
        {
            foreach (var (_, key, label) in SealedOriginals.Texts)
                Check(bytes, SealedOriginals.Texts.Select(one => one.Sealed), () => TextEnvelope.Open(bytes, key, label));
        });

    public static FuzzTarget Grant { get; } = FuzzTarget.Of("grant",
        dice => Spoilt(dice, SealedOriginals.Grant.Sealed),
        bytes => Check(bytes, [SealedOriginals.Grant.Sealed], () => GrantEnvelope.Open(bytes, SealedOriginals.Grant.Keys, SealedOriginals.Grant.Label)));

    public static FuzzTarget Session { get; } = FuzzTarget.Of("session",
        dice => Spoilt(dice, SealedOriginals.Session.Sealed),
        bytes => Check(bytes, [SealedOriginals.Session.Sealed], () => SessionEnvelope.Open(
            bytes, SealedOriginals.Session.Key, SealedOriginals.Session.School, SealedOriginals.Session.Person, SealedOriginals.Session.Session)));

    public static FuzzTarget Recovery { get; } = FuzzTarget.Of("recovery",
        dice => Spoilt(dice, SealedOriginals.Recovery.Sealed),
        bytes => Check(bytes, [SealedOriginals.Recovery.Sealed], () => RecoverySheet.TryOpen(
            SealedOriginals.Recovery.Secret, bytes, SealedOriginals.Recovery.School, SealedOriginals.Recovery.Person)));

    public static FuzzTarget File { get; } = new("file",
        dice => Spoilt(dice, SealedOriginals.Files[dice.Below(dice.OneIn(6) ? SealedOriginals.Files.Count : 2)].Sealed),
        async bytes =>
        {
            foreach (var original in SealedOriginals.Files)
                await CheckFileAsync(bytes, original);
        });

    /// <summary>Mostly a good one that was changed; else bytes that are nothing at all.</summary>
    private static byte[] Spoilt(Dice dice, byte[] good) => dice.OneIn(20) ? dice.Bytes(dice.Below(300)) : Mutation.Torn(dice, good);

    private static void Check(byte[] bytes, IEnumerable<byte[]> good, Func<object?> open)
    {
        object? opened;
        try
        {
            opened = open();
        }
        catch (SealBrokenException)
        {
            return;
        }
        (opened as IDisposable)?.Dispose();
        FuzzTarget.Must(opened is null || IsOneOf(bytes, good), "A changed envelope was opened.");
    }

    /// <summary>A change may undo itself.</summary>
    private static bool IsOneOf(byte[] bytes, IEnumerable<byte[]> originals) => originals.Any(good => bytes.AsSpan().SequenceEqual(good));

    private static async Task CheckFileAsync(byte[] bytes, (byte[] Sealed, SecretKey Key, PartLabel Label, int Length) original)
    {
        using var sealedFile = new MemoryStream(bytes);
        using var plain = new MemoryStream();
        var whole = true;
        try
        {
            await FileEnvelope.OpenAsync(sealedFile, plain, original.Key, original.Label);
        }
        catch (SealBrokenException)
        {
            whole = false;
        }
        FuzzTarget.Must(!whole || IsOneOf(bytes, SealedOriginals.Files.Select(one => one.Sealed)), "A changed file was opened.");
        var released = plain.ToArray();
        for (var i = 0; i < released.Length; i++)
            FuzzTarget.Must(released[i] == (byte)(i + i / 251), "A forged byte was released.");
    }
}
