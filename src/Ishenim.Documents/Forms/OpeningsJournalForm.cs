namespace Ishenim.Documents.Forms;

public static class OpeningsJournalForm
{
    public static Document Of(OpeningsJournalPaper paper) => throw new NotSupportedException();
}
