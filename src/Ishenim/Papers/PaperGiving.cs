using Ishenim.Documents;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Papers;

/// <summary>Gives a document as the ending of its address says: html (the print view), docx, xlsx or pdf.</summary>
public sealed class PaperGiving
{
    /// <summary>An unknown ending is not found; a PDF that cannot be made becomes the print view with a line that says so.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="document">The paper.</param>
    /// <param name="name">Of the file, without ending.</param>
    /// <param name="ending">html, docx, xlsx or pdf.</param>
    public Task<IActionResult> GiveAsync(HttpContext context, Document document, string name, string ending) => throw new NotSupportedException();

    /// <summary>The print view of any number of blocks, each sent as it comes; nothing is kept.</summary>
    public Task StreamAsync(HttpContext context, Document document, IAsyncEnumerable<Block> blocks) => throw new NotSupportedException();
}
