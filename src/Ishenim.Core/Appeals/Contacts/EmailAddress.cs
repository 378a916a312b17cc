using System.Diagnostics.CodeAnalysis;

namespace Ishenim.Core.Appeals.Contacts;

/// <summary>An e-mail address as people have them: one name, one domain with a dot; any letters.</summary>
public sealed record EmailAddress
{
    public const int MostCharacters = 254;
    private const int MostOfName = 64;

    private EmailAddress(string text) => Text = text;

    public string Text { get; }

    public static bool TryParse(string? typed, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var text = (typed ?? "").Trim();
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (text.Length > MostCharacters || at is < 1 or > MostOfName || !text[..at].All(IsOfName) || !IsDomain(text[(at + 1)..]))
            return false;
        address = new EmailAddress(text);
        return true;
    }

    public override string ToString() => Text;

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '\'';

    private static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length > 1 && labels.All(IsLabel) && labels[^1].Length > 1;
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and < 64 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsLetterOrDigit(c) || c == '-');
}
