# At the top of the file.

####################
# A section
####################

# Above a block.
resource "aws_s3_bucket" "logs" { # at its brace
  bucket = "https-//-logs"        # at an attribute

  #force_destroy = true
  tags = {
    # above an element
    Docs = "https://example.com/a" # after "http://one"
    Note = "${lower("A//B")} //"
  } # the end
}   # after the block
# At the end of the file.
