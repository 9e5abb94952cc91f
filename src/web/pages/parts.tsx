export default function Stub() { return <div className="wrap"><h1>parts</h1></div> }
