using System.Text;

namespace Ishenim.Documents.Html;

/// <summary>Tables of fixed column widths, which are laid out quickly however long they are; the head stands on each sheet.</summary>
internal static class HtmlTable
{
    public static StringBuilder Append(StringBuilder page, Table table)
    {
        var whole = table.Columns.Sum(column => column.Width);
        page.Append("<table class=\"ruled\"><colgroup>");
        foreach (var column in table.Columns)
            page.Append($"<col class=\"p{column.Width * 100 / whole}\">");
        page.Append("</colgroup><thead><tr>");
        foreach (var column in table.Columns)
            page.Append($"<th scope=\"col\">{HtmlText.Of(column.Head)}</th>");
        page.Append("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
            Row(page, row, table.ByHand);
        return page.Append("</tbody></table>\n");
    }

    private static void Row(StringBuilder page, IReadOnlyList<Cell> row, bool byHand)
    {
        page.Append(byHand ? "<tr class=\"hand\">" : "<tr>");
        foreach (var cell in row)
            page.Append(cell.Number is null ? "<td>" : "<td class=\"number\">").Append(HtmlText.Of(cell.Text)).Append("</td>");
        page.Append("</tr>\n");
    }
}
