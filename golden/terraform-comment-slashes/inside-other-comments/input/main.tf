# See https://example.com/docs // and more.
/* // Block comments
   // stay as they are. */
resource "aws_sns_topic" "alerts" {
  name = "alerts" # http://example.com
}
