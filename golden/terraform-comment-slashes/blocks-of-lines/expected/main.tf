# Copyright
# of the office.

# Holds the state
#   of every environment.
resource "aws_s3_bucket" "state" {
  # The name is
  #   completed by AWS.
  #
  # Really.
  bucket_prefix = "state-" /* in one line */

  tags = {
    # not
    # any more
    team = "/* a string */"
  }
}
