using System.Text;

namespace Ishenim.Bench;

/// <summary>A result as Markdown, ready for docs/performance.md.</summary>
public sealed record Table(string Title, IReadOnlyList<(string What, string Figure)> Rows)
{
    public override string ToString()
    {
        var text = new StringBuilder().AppendLine($"### {Title}").AppendLine("| what | figure |").AppendLine("|---|---|");
        foreach (var (what, figure) in Rows)
            text.AppendLine($"| {what} | {figure} |");
        return text.ToString();
    }
}
