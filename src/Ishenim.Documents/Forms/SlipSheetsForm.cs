namespace Ishenim.Documents.Forms;

public static class SlipSheetsForm
{
    /// <summary>The document without any sheet.</summary>
    public static Document Of(SlipSheetsPaper paper) => throw new NotSupportedException();

    /// <summary>The sheets as blocks, one by one, for <c>Papers.StreamAsync</c>.</summary>
    public static IAsyncEnumerable<Block> SheetsAsync(SlipSheetsPaper paper, IAsyncEnumerable<SlipSheet> sheets) => throw new NotSupportedException();
}
