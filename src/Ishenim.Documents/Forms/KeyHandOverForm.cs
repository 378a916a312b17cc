namespace Ishenim.Documents.Forms;

public static class KeyHandOverForm
{
    public static Document Of(KeyHandOverPaper paper) => throw new NotSupportedException();
}
