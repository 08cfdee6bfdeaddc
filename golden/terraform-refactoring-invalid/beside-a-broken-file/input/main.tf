import {
  to = terraform_data.four
  id = "four"
}
