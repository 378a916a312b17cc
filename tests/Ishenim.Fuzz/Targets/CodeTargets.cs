using System.Buffers.Text;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Contacts;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Pages.Desk.Entrance;
using Ishenim.Pages.Public.Forms;
using Ishenim.Sealing;

namespace Ishenim.Fuzz.Targets;

/// <summary>What people and programs type into single fields: each is read or refused, never stumbled over.</summary>
internal static class CodeTargets
{
    private const string Good = "1234 5678 9012 3456 7891";

    public static FuzzTarget Receipt { get; } = FuzzTarget.OfText("receipt",
        dice => Near(dice, Good),
        typed =>
        {
            if (!ReceiptCode.TryParse(typed, out var code))
                return;
            FuzzTarget.Must(code.Digits.Length == ReceiptCode.Length && code.Digits.All(char.IsAsciiDigit), "A code is not twenty digits.");
            FuzzTarget.Must(ReceiptCode.TryParse(code.ToString(), out var again) && again.Digits == code.Digits, "A code does not read back.");
        });

    public static FuzzTarget Sheet { get; } = FuzzTarget.OfText("sheet",
        dice => Near(dice, SealedOriginals.SheetGroups),
        typed =>
        {
            if (!RecoverySheet.TryParse(typed, out var secret))
                return;
            using (secret)
                FuzzTarget.Must(RecoverySheet.TryParse(secret.Groups, out _), "A sheet does not read back.");
        });

    public static FuzzTarget Typed { get; } = FuzzTarget.OfText("typed",
        dice => dice.Below(4) switch
        {
            0 => Near(dice, dice.OneIn(2) ? HostileText.Draft(dice) : Base64Url.EncodeToString(dice.Bytes(32))),
            1 => Near(dice, "2026-17"),
            _ => HostileText.Make(dice),
        },
        typed =>
        {
            CheckNumber(typed);
            if (LetterDraft.TryParse(typed, out var draft))
                draft!.Dispose();
            OneTimeToken.Hash(typed);
            _ = PhoneNumber.TryParse(typed, out _) | EmailAddress.TryParse(typed, out _) | LoginName.TryParse(typed, out _);
            TypedForm.IsOfDesk(typed, "/s/one");
            CheckName(FileNames.Plain(typed));
            CheckName(SafeFileName.Of(typed));
        });

    private static void CheckNumber(string typed)
    {
        if (RegisterNumber.TryParse(typed, out var number, 2026))
            FuzzTarget.Must(RegisterNumber.Parse(number!.ToString()) == number && number.RegisterPlace >= 0, "A number does not read back.");
    }

    private static void CheckName(string name) => FuzzTarget.Must(
        name.Length is > 0 and <= 130 && !name.Any(c => char.IsControl(c) || c is '\u202E' or '/' or '\\') && !HasHalf(name), "A file's name is not safe.");

    /// <summary>Half of a sign that is written as two: it breaks whatever writes it on.</summary>
    private static bool HasHalf(string text) =>
        text.Where((c, i) => char.IsHighSurrogate(c) ? i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]) : char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(text[i - 1]))).Any();

    private static string Near(Dice dice, string good)
    {
        var typed = good;
        for (var changes = dice.Below(4); changes > 0; changes--)
        {
            var at = dice.Below(typed.Length);
            typed = dice.Below(3) switch
            {
                0 => typed[..at] + dice.Of(HostileText.Pieces) + typed[at..],
                1 => typed[..at] + typed[Math.Min(at + 1, typed.Length)..],
                _ => typed[..at] + (char)('0' + dice.Below(12)) + typed[Math.Min(at + 1, typed.Length)..],
            };
        }
        return typed;
    }
}
