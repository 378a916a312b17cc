namespace Ishenim.Documents.Forms;

public static class ActForm
{
    public static Document Of(ActPaper paper) => throw new NotSupportedException();
}
