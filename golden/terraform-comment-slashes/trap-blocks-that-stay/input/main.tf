/**
 * Makes a bucket.
 */

resource "aws_s3_bucket" "state" {
  bucket_prefix = "state-" /* completed
    by AWS */
  force_destroy = true /* short */

  tags = {
    text = <<-EOT
      /*
        a heredoc
      */
    EOT
  }
}
