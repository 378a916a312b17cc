namespace Ishenim.Documents.Forms;

public static class ReceiptSlipForm
{
    public static Document Of(ReceiptSlipPaper paper) => throw new NotSupportedException();
}
