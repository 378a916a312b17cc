using System.Text;

namespace Ishenim.Documents.Html;

/// <summary>
/// Tables of fixed column widths, which are laid out quickly however long they are; the head stands on each sheet. WeasyPrint
/// looks at all rows of a body again on each sheet, so that a long table has several bodies.
/// </summary>
internal static class HtmlTable
{
    private const int RowsPerBody = 100;

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
        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (i > 0 && i % RowsPerBody == 0)
                page.Append("</tbody><tbody>\n");
            Row(page, table.Rows[i], table.ByHand);
        }
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
