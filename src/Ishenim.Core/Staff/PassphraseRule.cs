using System.Collections.Frozen;
using System.Text;

namespace Ishenim.Core.Staff;

public enum PassphraseVerdict
{
    Fine,
    TooShort,

    /// <summary>Made of what everybody uses: common words and passwords, keyboard walks, repetitions, the school's or one's own name.</summary>
    TooCommon,
}

public enum PassphraseStrength
{
    Weak,
    Fair,
    Strong,
}

/// <summary>
/// At least 14 characters, and not made of what guessers try first; no rule about kinds of characters (NIST SP 800-63B,
/// 5.1.1.2). A common word, a keyboard walk, a run or a repetition counts as one character.
/// </summary>
public static class PassphraseRule
{
    public const int Least = 14;
    public const int Most = 200;
    private const int LeastWorth = 8;
    private const int StrongWorth = 16;

    private static readonly FrozenSet<string> Common = Read();
    private static readonly int LongestCommon = Common.Max(word => word.Length);

    private static readonly string[] Walks =
    [
        "qwertyuiop", "asdfghjkl", "zxcvbnm", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p",
        "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "йфяцычувскамепинртгоьшлбщдю", "1й2ц3у4к5е6н7г8ш9щ0з",
        "01234567890", "abcdefghijklmnopqrstuvwxyz", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    ];

    private static readonly string[] Lines = [.. Walks, .. Walks.Select(walk => new string([.. walk.Reverse()]))];

    /// <param name="passphrase">As typed.</param>
    /// <param name="own">What the person is called and signs in by, the school's names: guessed first.</param>
    public static PassphraseVerdict Judge(string? passphrase, params IEnumerable<string?> own)
    {
        var typed = passphrase ?? "";
        return typed.EnumerateRunes().Count() < Least || typed.Length > Most ? PassphraseVerdict.TooShort
            : Worth(typed, own) < LeastWorth ? PassphraseVerdict.TooCommon
            : PassphraseVerdict.Fine;
    }

    public static PassphraseStrength Strength(string? passphrase, params IEnumerable<string?> own) => Judge(passphrase, own) != PassphraseVerdict.Fine
        ? PassphraseStrength.Weak
        : Worth(passphrase!, own) < StrongWorth ? PassphraseStrength.Fair : PassphraseStrength.Strong;

    /// <summary>The least number of pieces that the passphrase is put together from.</summary>
    private static int Worth(string typed, IEnumerable<string?> own)
    {
        var text = Plain(typed);
        if (text.Length == 0)
            text = typed;
        var names = own.SelectMany(Words).ToHashSet();
        var least = new int[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            least[end] = least[end - 1] + 1;
            for (var start = end - 3; start >= 0; start--)
                if (least[start] + 1 < least[end] && IsOnePiece(text, start, end, names))
                    least[end] = least[start] + 1;
        }
        return least[^1];
    }

    private static bool IsOnePiece(string text, int start, int end, HashSet<string> names)
    {
        var piece = text[start..end];
        return (piece.Length <= LongestCommon && Common.Contains(piece)) || names.Contains(piece)
            || piece.All(letter => letter == piece[0])
            || Lines.Any(line => line.Contains(piece, StringComparison.Ordinal))
            || text[..start].Contains(piece, StringComparison.Ordinal)
            || IsYear(piece);
    }

    private static bool IsYear(string piece) =>
        piece.Length == 4 && piece.All(char.IsAsciiDigit) && (piece.StartsWith("19", StringComparison.Ordinal) || piece.StartsWith("20", StringComparison.Ordinal));

    private static IEnumerable<string> Words(string? text) => (text ?? "").Split([' ', '.', '-', ',', '«', '»', '"', '№', '@'], StringSplitOptions.RemoveEmptyEntries)
        .Select(Plain).Append(Plain(text ?? "")).Where(word => word.Length >= 3);

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (char.IsLetterOrDigit(letter))
                plain.Append(char.ToLowerInvariant(letter) is 'ё' ? 'е' : char.ToLowerInvariant(letter));
        return plain.ToString();
    }

    private static FrozenSet<string> Read()
    {
        using var lines = new StreamReader(typeof(PassphraseRule).Assembly.GetManifestResourceStream("common-passphrases.txt")!);
        return lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#').Select(Plain).Where(word => word.Length >= 3).ToFrozenSet();
    }
}
