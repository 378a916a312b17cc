namespace Ishenim.Documents.Html;

/// <summary>What a web site puts around a print view; nothing of it is printed.</summary>
public sealed record HtmlFrame
{
    /// <summary>For the style element, where a policy asks for one.</summary>
    public string? Nonce { get; init; }

    /// <summary>Markup before the paper, made by the site itself.</summary>
    public string Before { get; init; } = "";

    /// <summary>Markup behind the paper, made by the site itself.</summary>
    public string Behind { get; init; } = "";
}
