using System.Diagnostics.CodeAnalysis;

namespace Ishenim.Core.Staff;

/// <summary>What a person signs in by: lower-case Latin letters, digits, dot, hyphen; 3 to 40 characters.</summary>
public sealed record LoginName
{
    public const int Least = 3;

    private LoginName(string value) => Value = value;

    public string Value { get; }

    /// <summary>Takes capitals and blanks around it too: phones put them there.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out LoginName? login)
    {
        var text = Plain(typed);
        var fits = text.Length is >= Least and <= Account.LoginLength
            && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');
        login = fits ? new LoginName(text) : null;
        return fits;
    }

    /// <summary>As it is looked up, whether or not it could be a login.</summary>
    internal static string Plain(string? typed)
    {
        // PostgreSQL takes no NUL in a text.
        var text = (typed ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        return (text.Length > Account.LoginLength ? text[..Account.LoginLength] : text).ToLowerInvariant();
    }

    public override string ToString() => Value;
}
