using System.Text;

namespace Ishenim.Documents.Csv;

public sealed class CsvWriterTests
{
    [Theory]
    [InlineData("жөнөкөй", "жөнөкөй")]
    [InlineData("эки; бөлүк", "\"эки; бөлүк\"")]
    [InlineData("ал \"ооба\" деди", "\"ал \"\"ооба\"\" деди\"")]
    [InlineData("бир\nэки", "\"бир\nэки\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  @SUM(A1)", "'  @SUM(A1)")]
    [InlineData("-5", "'-5")]
    public void Write_AnyText_IsOneCellAndNeverAFormula(string cell, string written)
    {
        var document = new Document { Title = "", Language = PaperLanguage.Kyrgyz, Blocks = [new Table([new Column("баш", 1), new Column("эки", 1)], [[cell, 7]])] };

        Assert.Equal($"баш;эки\r\n{written};7\r\n", Encoding.UTF8.GetString(CsvWriter.Write(document))[1..]);
    }
}
